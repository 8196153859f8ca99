package org.kepu.assistant.educator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.educator.generation.Flaw;
import org.kepu.assistant.educator.generation.Limit;
import org.kepu.assistant.educator.generation.Written;

/**
 * What language models wrote for a set.
 *
 * @param prompt names the words they were told; empty where none was asked
 * @param models each that took part, in the order in which they were first asked
 * @param sections some model was asked about
 * @param unanswered sections of those that none wrote for
 * @param limit why none was asked for the rest of the set; null where all of it was in their reach
 */
public record ModelWork(
    String prompt, List<Part> models, int sections, int unanswered, @Nullable Limit limit) {

  /** No model was asked. */
  public static final ModelWork NONE = new ModelWork("", List.of(), 0, 0, null);

  public ModelWork {
    Objects.requireNonNull(prompt, "prompt");
    models = List.copyOf(models);
  }

  /** With what was written for one more section, by models that were told {@code words}. */
  ModelWork and(String words, Written written) {
    String writer = written.model();
    if (writer == null && written.failures().isEmpty()) {
      return written.limit() == null ? this : limited(written.limit());
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    models.forEach(part -> parts.put(part.model(), part));
    for (Written.Failure failure : written.failures()) {
      parts.merge(failure.model(), Part.failed(failure), Part::and);
    }
    if (writer != null) {
      parts.merge(
          writer,
          new Part(writer, 1, written.drafts().size(), written.flaws(), Map.of()),
          Part::and);
    }
    return new ModelWork(
        words,
        new ArrayList<>(parts.values()),
        sections + 1,
        unanswered + (writer == null ? 1 : 0),
        written.limit());
  }

  ModelWork limited(Limit reason) {
    return new ModelWork(prompt, models, sections, unanswered, reason);
  }

  /**
   * One model's part.
   *
   * @param model its name
   * @param sections it wrote for
   * @param drafts it wrote that could be judged
   * @param flaws how often it wrote what could not, and why
   * @param failures how often it wrote nothing, and why
   */
  public record Part(
      String model,
      int sections,
      int drafts,
      Map<Flaw, Integer> flaws,
      Map<ModelFailureException.Kind, Integer> failures) {

    public Part {
      Objects.requireNonNull(model, "model");
      flaws = Map.copyOf(flaws);
      failures = Map.copyOf(failures);
    }

    private static Part failed(Written.Failure failure) {
      return new Part(failure.model(), 0, 0, Map.of(), Map.of(failure.kind(), 1));
    }

    private Part and(Part other) {
      return new Part(
          model,
          sections + other.sections,
          drafts + other.drafts,
          sum(flaws, other.flaws),
          sum(failures, other.failures));
    }

    private static <K extends Comparable<K>> Map<K, Integer> sum(
        Map<K, Integer> one, Map<K, Integer> other) {
      Map<K, Integer> sum = new TreeMap<>(one);
      other.forEach((key, count) -> sum.merge(key, count, Integer::sum));
      return sum;
    }
  }
}
