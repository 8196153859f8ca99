package org.kepu.assistant.answer.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerFailureException;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.Epilogue;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.grounding.Grounding;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model phrase the answer and passes on only those sentences that a passage supports. Where
 * the model fails before its first such sentence, the fallback answers; where it fails after, what
 * was said stands as a partial answer. Advice is left to the fallback: it is never rephrased.
 */
public final class ModelAnswerer implements Answerer {

  private static final Logger log = LoggerFactory.getLogger(ModelAnswerer.class);

  private final LanguageModel model;
  private final KnowledgeBase knowledge;
  private final Answerer fallback;
  private final Epilogue epilogue;

  /**
   * @param fallback answers where the model does not
   */
  public ModelAnswerer(
      LanguageModel model, KnowledgeBase knowledge, Epilogue epilogue, Answerer fallback) {
    this.model = model;
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
    Spoken spoken = new Spoken(passages, out);
    boolean whole = write(Prompt.of(question, passages), spoken);
    if (spoken.sentences == 0) {
      return fallback.answer(question, findings, out);
    }
    epilogue.say(question, findings, spoken.citations, out);
    return new Verdict(whole ? Outcome.ANSWERED : Outcome.PARTIAL, "llm:" + model.name());
  }

  /** Whether the model came to its end. */
  private boolean write(Prompt prompt, Spoken spoken) throws InterruptedException {
    Draft draft = new Draft();
    try (ModelStream stream = model.write(prompt)) {
      for (Optional<String> words = stream.next(); words.isPresent(); words = stream.next()) {
        draft.add(words.get()).forEach(spoken::say);
      }
      draft.finish().forEach(spoken::say);
      return true;
    } catch (AnswerFailureException e) {
      log.warn("{} failed after {} sentences: {}", model.name(), spoken.sentences, reason(e));
      return false;
    }
  }

  private static String reason(AnswerFailureException failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + failure.getCause();
  }

  /** The sentences that held. */
  private final class Spoken {

    private final List<Passage> passages;
    private final Consumer<AnswerPart> out;
    private final Citations citations = new Citations(knowledge);
    private int sentences;

    Spoken(List<Passage> passages, Consumer<AnswerPart> out) {
      this.passages = passages;
      this.out = out;
    }

    void say(Draft.Claim claim) {
      List<Integer> support = new ArrayList<>();
      for (int number : claim.passages()) {
        if (number >= 1 && number <= passages.size()) {
          Passage passage = passages.get(number - 1);
          Optional<Span> span = Grounding.support(claim.text(), passage.text());
          span.ifPresent(found -> support.add(citations.cite(passage, found)));
        }
      }
      if (support.isEmpty()) {
        log.debug("Dropped, because no passage supports it: {}", claim.text());
      } else {
        out.accept(new Sentence(sentences++, claim.text(), support));
      }
    }
  }
}
