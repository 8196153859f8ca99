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
 */
public record Written(
    @Nullable String model,
    List<Draft> drafts,
    Map<Flaw, Integer> flaws,
    List<Failure> failures) {

  /** Nobody was asked, or it was stopped. */
  public static final Written NOTHING = new Written(null, List.of(), Map.of(), List.of());

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
    return new Written(model, drafts, flaws, others);
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
