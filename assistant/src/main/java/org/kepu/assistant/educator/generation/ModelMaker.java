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
import org.kepu.assistant.answer.llm.GuardedModel;
import org.kepu.assistant.answer.llm.LanguageModel;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.ModelStream;
import org.kepu.assistant.answer.llm.Prompt;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.Spending.Reservation;
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
   * @param purse what it may cost
   * @param stopped asked while the model writes: once it says so, nothing comes back
   */
  public Written write(
      Document document,
      Section section,
      Stage stage,
      Collection<Kind> kinds,
      int count,
      Purse purse,
      BooleanSupplier stopped) {
    Prompt prompt = prompt(document, section, stage, kinds, count);
    Deadlines deadlines = Deadlines.from(settings);
    List<Failure> failures = new ArrayList<>();
    for (LanguageModel model : models) {
      try {
        Said said = ask(model, prompt, deadlines.forAnother(settings), purse, stopped);
        return switch (said) {
          case Said.Stopped s -> Written.NOTHING.after(failures);
          case Said.Unasked unasked -> Written.NOTHING.after(failures).limited(unasked.limit());
          case Said.Text text ->
              new Manuscript(document, section, kinds, model.name())
                  .read(text.text(), count)
                  .after(failures);
        };
      } catch (ModelFailureException e) {
        failures.add(new Failure(model.name(), e.kind()));
        log.atWarn()
            .addKeyValue("model", model.name())
            .addKeyValue("failure", e.kind())
            .log("No items from {}#{}: {}", document.id(), section.heading(), e.getMessage());
        if (e.kind() == ModelFailureException.Kind.OVER_BUDGET) {
          return Written.NOTHING.after(failures).limited(Limit.DAY);
        }
      }
    }
    return Written.NOTHING.after(failures);
  }

  /** What it said, read by a thread that can be told to stop. */
  private Said ask(
      LanguageModel model,
      Prompt prompt,
      Deadlines deadlines,
      Purse purse,
      BooleanSupplier stopped) {
    FutureTask<Said> reading = new FutureTask<>(() -> paid(model, prompt, deadlines, purse));
    Thread.ofVirtual().name("items-model").start(reading);
    while (!stopped.getAsBoolean()) {
      try {
        return reading.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
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
    return new Said.Stopped();
  }

  /** What it said, within the shares of the account and of the studio. */
  private Said paid(LanguageModel model, Prompt prompt, Deadlines deadlines, Purse purse)
      throws InterruptedException {
    long most = GuardedModel.mostTokens(prompt, settings);
    Optional<Reservation> own = purse.account().reserve(most);
    if (own.isEmpty()) {
      return new Said.Unasked(Limit.ACCOUNT);
    }
    long[] used = {0};
    try {
      Optional<Reservation> common = purse.studio().reserve(most);
      if (common.isEmpty()) {
        return new Said.Unasked(Limit.STUDIO);
      }
      try {
        return read(model, prompt, deadlines, used);
      } finally {
        settle(purse.studio(), common.get(), used[0]);
      }
    } finally {
      settle(purse.account(), own.get(), used[0]);
    }
  }

  private static void settle(Spending spending, Reservation reservation, long used) {
    // A thread that is still marked as interrupted cannot wait for a database connection.
    boolean interrupted = Thread.interrupted();
    spending.settle(reservation, used);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param used to be set to what it cost, also where it fails
   */
  private static Said read(LanguageModel model, Prompt prompt, Deadlines deadlines, long[] used)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    ModelStream stream = model.write(prompt, deadlines);
    try (stream) {
      for (Optional<String> words = stream.next(); words.isPresent(); words = stream.next()) {
        text.append(words.get());
      }
    } finally {
      used[0] = stream.usage().total();
    }
    return new Said.Text(text.toString());
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

  /** What came of asking a model. */
  private sealed interface Said {

    record Text(String text) implements Said {}

    /** It was told to stop before it was done. */
    record Stopped() implements Said {}

    /** It was not asked. */
    record Unasked(Limit limit) implements Said {}
  }
}
