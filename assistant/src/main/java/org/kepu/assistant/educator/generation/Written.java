package org.kepu.assistant.educator.generation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.educator.item.Draft;

/**
 * What models wrote for one section.
 *
 * @param model who wrote it; null where nobody did
 * @param drafts what gates can judge
 * @param flaws how often something was no draft, and why
 * @param failures who was asked before and wrote nothing, in that order
 * @param limit why nobody else was asked, and nobody need be for the sections after it; null where
 *     there is no such reason
 */
public record Written(
    @Nullable String model,
    List<Draft> drafts,
    Map<Flaw, Integer> flaws,
    List<Failure> failures,
    @Nullable Limit limit) {

  /** Nobody was asked, or it was stopped. */
  public static final Written NOTHING = new Written(null, List.of(), Map.of(), List.of(), null);

  public Written {
    drafts = List.copyOf(drafts);
    flaws = Map.copyOf(flaws);
    failures = List.copyOf(failures);
  }

  /** Whether models were asked, and none wrote. */
  public boolean failed() {
    return model == null && !failures.isEmpty();
  }

  Written after(List<Failure> others) {
    return new Written(model, drafts, flaws, others, limit);
  }

  Written limited(Limit reason) {
    return new Written(model, drafts, flaws, failures, reason);
  }

  /**
   * A model that wrote nothing.
   *
   * @param model its name
   * @param kind why
   */
  public record Failure(String model, ModelFailureException.Kind kind) {
    public Failure {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(kind, "kind");
    }
  }
}
