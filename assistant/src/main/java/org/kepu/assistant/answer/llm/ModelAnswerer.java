package org.kepu.assistant.answer.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.Epilogue;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.grounding.Ruling;
import org.kepu.assistant.grounding.Support;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model phrase the answer and passes on only those sentences that a passage supports,
 * sentence by sentence as they are written.
 *
 * <p>The first sentence answers the question. If it is held back by the gate, those after it wait
 * until the model is done, and are said only if at least half of all sentences held; otherwise the
 * fallback answers. Where a model fails before it said anything, the next one is asked, and after
 * the last the fallback; where it fails later, what was said stands as a partial answer. Advice is
 * left to the fallback: it is never rephrased.
 */
public final class ModelAnswerer implements Answerer {

  /** Names the words that a model is told. */
  public static final String PROMPT_VERSION = Prompt.VERSION;

  private static final Logger log = LoggerFactory.getLogger(ModelAnswerer.class);

  /** Which part of a model's sentences must hold, if its first one does not. */
  private static final double ENOUGH = 0.5;

  private final List<LanguageModel> models;
  private final ModelSettings settings;
  private final ClaimGate gate;
  private final KnowledgeBase knowledge;
  private final Answerer fallback;
  private final Epilogue epilogue;

  /**
   * @param models in the order in which they are asked
   * @param fallback answers where no model does
   */
  public ModelAnswerer(
      List<LanguageModel> models,
      ModelSettings settings,
      ClaimGate gate,
      KnowledgeBase knowledge,
      Epilogue epilogue,
      Answerer fallback) {
    this.models = List.copyOf(models);
    this.settings = settings;
    this.gate = gate;
    this.knowledge = knowledge;
    this.fallback = fallback;
    this.epilogue = epilogue;
  }

  @Override
  public Verdict answer(Question question, Findings findings, Consumer<AnswerPart> out)
      throws InterruptedException {
    if (findings.ranked().getFirst().givenWhole()) {
      return fallback.answer(question, findings, out);
    }
    List<Passage> passages =
        findings.ranked().stream()
            .filter(finding -> !finding.givenWhole())
            .map(Finding::passage)
            .toList();
    Prompt prompt = Prompt.of(question, passages);
    Deadlines deadlines = Deadlines.from(settings);
    for (LanguageModel model : models) {
      Spoken spoken = new Spoken(passages, out);
      boolean whole = write(model, prompt, deadlines.forAnother(settings), spoken);
      if (spoken.said > 0) {
        epilogue.say(question, findings, spoken.citations, out);
        return new Verdict(whole ? Outcome.ANSWERED : Outcome.PARTIAL, "llm:" + model.name());
      }
      if (whole) {
        break;
      }
    }
    return fallback.answer(question, findings, out);
  }

  /** Whether the model came to its end. */
  private boolean write(LanguageModel model, Prompt prompt, Deadlines deadlines, Spoken spoken)
      throws InterruptedException {
    Draft draft = new Draft();
    try (ModelStream stream = model.write(prompt, deadlines)) {
      for (Optional<String> words = stream.next(); words.isPresent(); words = stream.next()) {
        draft.add(words.get()).forEach(spoken::take);
      }
      draft.finish().forEach(spoken::take);
      spoken.end();
      return true;
    } catch (ModelFailureException e) {
      log.atWarn()
          .addKeyValue("model", model.name())
          .addKeyValue("failure", e.kind())
          .log("Failed after {} sentences: {}", spoken.said, GuardedModel.said(e));
      return false;
    }
  }

  /** The sentences that held. */
  private final class Spoken {

    private final List<Passage> passages;
    private final Consumer<AnswerPart> out;
    private final Citations citations = new Citations(knowledge);
    private final List<Held> waiting = new ArrayList<>();
    private int taken;
    private int said;

    Spoken(List<Passage> passages, Consumer<AnswerPart> out) {
      this.passages = passages;
      this.out = out;
    }

    void take(Draft.Claim claim) {
      taken++;
      switch (gate.rule(claim.text(), cited(claim))) {
        case Ruling.Supported supported -> hold(new Held(claim.text(), supported.by()));
        case Ruling.Stopped stopped ->
            log.atInfo()
                .addKeyValue("reason", stopped.reason())
                .addKeyValue("missing", stopped.what())
                .log("Stopped by the gate: {}", claim.text());
      }
    }

    /** Whether the first sentence is missing, so that the others may answer something else. */
    private boolean headless() {
      return said == 0 && taken > 1;
    }

    private void hold(Held sentence) {
      if (headless()) {
        waiting.add(sentence);
      } else {
        say(sentence);
      }
    }

    void end() {
      if (waiting.size() >= ENOUGH * taken) {
        waiting.forEach(this::say);
      }
    }

    private void say(Held sentence) {
      List<Integer> support =
          sentence.by().stream().map(by -> citations.cite(by.passage(), by.span())).toList();
      out.accept(new Sentence(said++, sentence.text(), support));
    }

    private List<Passage> cited(Draft.Claim claim) {
      return claim.passages().stream()
          .filter(number -> number >= 1 && number <= passages.size())
          .map(number -> passages.get(number - 1))
          .toList();
    }
  }

  /** A sentence that holds. */
  private record Held(String text, List<Support> by) {}
}
