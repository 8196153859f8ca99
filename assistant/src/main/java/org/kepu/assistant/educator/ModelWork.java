package org.kepu.assistant.educator;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.educator.generation.Flaw;
import org.kepu.assistant.educator.generation.Written;

/**
 * What a language model wrote for a set.
 *
 * @param model its name; empty where none was asked
 * @param sections it was asked about
 * @param drafts it wrote that could be judged
 * @param flaws how often it wrote what could not, and why
 * @param failures how often it wrote nothing, and why
 */
public record ModelWork(
    String model,
    int sections,
    int drafts,
    Map<Flaw, Integer> flaws,
    Map<ModelFailureException.Kind, Integer> failures) {

  /** No model was asked. */
  public static final ModelWork NONE = new ModelWork("", 0, 0, Map.of(), Map.of());

  public ModelWork {
    Objects.requireNonNull(model, "model");
    flaws = Map.copyOf(flaws);
    failures = Map.copyOf(failures);
  }

  /** With what it wrote for one more section. */
  ModelWork and(String asked, Written written) {
    return new ModelWork(
        asked,
        sections + 1,
        drafts + written.drafts().size(),
        sum(flaws, written.flaws()),
        written.failure() == null ? failures : sum(failures, Map.of(written.failure(), 1)));
  }

  private static <K extends Comparable<K>> Map<K, Integer> sum(
      Map<K, Integer> one, Map<K, Integer> other) {
    Map<K, Integer> sum = new TreeMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Integer::sum));
    return sum;
  }
}
