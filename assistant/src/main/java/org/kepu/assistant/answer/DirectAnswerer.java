package org.kepu.assistant.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers questions that need no search, because their answer is not in any text.
 *
 * <p>Quick, and silent on all other questions. Safe for use by several threads.
 */
public interface DirectAnswerer {

  /** Leaves every question to the search. */
  DirectAnswerer NONE = (question, out) -> Optional.empty();

  /** The first of {@code all} that does not leave the question to the others. */
  static DirectAnswerer firstOf(List<DirectAnswerer> all) {
    List<DirectAnswerer> inOrder = List.copyOf(all);
    return (question, out) ->
        inOrder.stream()
            .map(answerer -> answerer.answer(question, out))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /**
   * Hands the parts of an answer to {@code out}, in the order {@link Answerer} gives.
   *
   * @return empty if the question is not of its kind; then nothing was handed out
   */
  Optional<Verdict> answer(Question question, Consumer<AnswerPart> out);
}
