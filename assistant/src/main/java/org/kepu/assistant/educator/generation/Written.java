package org.kepu.assistant.educator.generation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.educator.item.Draft;

/**
 * What a model wrote for one section.
 *
 * @param drafts what gates can judge
 * @param flaws how often something was no draft, and why
 * @param failure why it wrote nothing; null where it wrote, or was stopped
 */
public record Written(
    List<Draft> drafts, Map<Flaw, Integer> flaws, ModelFailureException.@Nullable Kind failure) {

  /** Nobody was asked. */
  public static final Written NOTHING = new Written(List.of(), Map.of(), null);

  public Written {
    drafts = List.copyOf(drafts);
    flaws = Map.copyOf(flaws);
  }

  static Written failed(ModelFailureException.Kind failure) {
    return new Written(List.of(), Map.of(), Objects.requireNonNull(failure, "failure"));
  }
}
