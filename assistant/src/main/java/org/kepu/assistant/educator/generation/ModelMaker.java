package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.kepu.assistant.answer.llm.Deadlines;
import org.kepu.assistant.answer.llm.LanguageModel;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.ModelStream;
import org.kepu.assistant.answer.llm.Prompt;
import org.kepu.assistant.educator.generation.Written.Failure;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a language model write drafts from a section. What it writes is read strictly and believed
 * in nothing: the gates judge it as they judge everybody's. Where a model fails, the next is asked;
 * after the last there is nothing, and no exception. Safe for use by several threads.
 */
public final class ModelMaker {

  /**
   * What can be written, and the level it is on: the kinds whose keys can be held to a quote and
   * whose stems to a key. Orders, matchings and tasks are left to the rules.
   */
  private static final Map<Kind, Bloom> LEVELS =
      Map.of(
          Kind.SINGLE_CHOICE, Bloom.REMEMBER,
          Kind.MULTIPLE_CHOICE, Bloom.REMEMBER,
          Kind.TRUE_FALSE, Bloom.UNDERSTAND,
          Kind.FILL_IN, Bloom.REMEMBER,
          Kind.SHORT_ANSWER, Bloom.UNDERSTAND);

  /** Names the words that a model is told. */
  public static final String PROMPT_VERSION = "items-v2";

  /** The kinds that can be written. */
  public static final Set<Kind> KINDS = LEVELS.keySet();

  private static final Logger log = LoggerFactory.getLogger(ModelMaker.class);

  private static final String INSTRUCTIONS = Prompt.text(PROMPT_VERSION);

  /** How soon somebody who wants it to stop is noticed. */
  private static final long LOOK_EVERY_MS = 50;

  private final List<LanguageModel> models;
  private final ModelSettings settings;

  /**
   * @param models in the order in which they are asked
   */
  public ModelMaker(List<LanguageModel> models, ModelSettings settings) {
    this.models = List.copyOf(models);
    this.settings = settings;
  }

  /** The level that an item of one of {@link #KINDS} is on. */
  public static Bloom level(Kind kind) {
    return Objects.requireNonNull(LEVELS.get(kind), kind::code);
  }

  /**
   * Drafts of some kinds.
   *
   * @param kinds which may be written, one at least
   * @param count how many are asked for; what is written beyond them is not read
   * @param stopped asked while the model writes: once it says so, nothing comes back
   */
  public Written write(
      Document document,
      Section section,
      Stage stage,
      Collection<Kind> kinds,
      int count,
      BooleanSupplier stopped) {
    Prompt prompt = prompt(document, section, stage, kinds, count);
    Deadlines deadlines = Deadlines.from(settings);
    List<Failure> failures = new ArrayList<>();
    for (LanguageModel model : models) {
      try {
        Optional<String> text = ask(model, prompt, deadlines.forAnother(settings), stopped);
        return text.isEmpty()
            ? Written.NOTHING
            : new Manuscript(document, section, kinds, model.name())
                .read(text.get(), count)
                .after(failures);
      } catch (ModelFailureException e) {
        failures.add(new Failure(model.name(), e.kind()));
        log.atWarn()
            .addKeyValue("model", model.name())
            .addKeyValue("failure", e.kind())
            .log("No items from {}#{}: {}", document.id(), section.heading(), e.getMessage());
      }
    }
    return Written.NOTHING.after(failures);
  }

  /** All it wrote, read by a thread that can be told to stop; empty if it was. */
  private static Optional<String> ask(
      LanguageModel model, Prompt prompt, Deadlines deadlines, BooleanSupplier stopped) {
    FutureTask<String> reading = new FutureTask<>(() -> read(model, prompt, deadlines));
    Thread.ofVirtual().name("items-model").start(reading);
    while (!stopped.getAsBoolean()) {
      try {
        return Optional.of(reading.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        // It still writes.
      } catch (ExecutionException e) {
        throw e.getCause() instanceof ModelFailureException failure
            ? failure
            : new ModelFailureException(
                ModelFailureException.Kind.BROKEN, "The model cannot be read", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    reading.cancel(true);
    return Optional.empty();
  }

  private static String read(LanguageModel model, Prompt prompt, Deadlines deadlines)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    try (ModelStream stream = model.write(prompt, deadlines)) {
      for (Optional<String> words = stream.next(); words.isPresent(); words = stream.next()) {
        text.append(words.get());
      }
    }
    return text.toString();
  }

  /** The section stands between marks that nobody can guess: it is data. */
  private static Prompt prompt(
      Document document, Section section, Stage stage, Collection<Kind> kinds, int count) {
    String mark = Prompt.mark();
    String text = document.text().substring(section.bodyStart(), section.end()).strip();
    return new Prompt(
        PROMPT_VERSION,
        INSTRUCTIONS
            .replace("{mark}", mark)
            .replace("{count}", String.valueOf(count))
            .replace(
                "{kinds}", kinds.stream().sorted().map(Kind::code).collect(Collectors.joining("、")))
            .replace("{stage}", stage.label()),
        "<原文 %1$s>\n%2$s · %3$s\n%4$s\n</原文 %1$s>\n"
            .formatted(mark, document.title(), section.heading(), text),
        true);
  }
}
