package org.kepu.assistant.chat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Question;

/**
 * A question as it came in.
 *
 * @param question what is asked
 * @param conversationId the conversation it belongs to, null for a new one
 * @param requestId the same id again gets the same answer and counts once; null for none
 * @param earlier what was said before it, as the caller tells it, the last exchange last; where a
 *     conversation is named, the ledger knows better and this is not looked at
 */
public record ChatRequest(
    Question question,
    @Nullable UUID conversationId,
    @Nullable UUID requestId,
    List<Exchange> earlier) {

  public ChatRequest {
    Objects.requireNonNull(question, "question");
    earlier = List.copyOf(earlier);
  }

  /** A question without a story that its caller tells. */
  public ChatRequest(Question question, @Nullable UUID conversationId, @Nullable UUID requestId) {
    this(question, conversationId, requestId, List.of());
  }

  /** The same request with its question put otherwise. */
  ChatRequest about(Question other) {
    return new ChatRequest(other, conversationId, requestId, earlier);
  }

  /** The same request with each of the visitor's and the caller's texts changed. */
  ChatRequest edited(UnaryOperator<String> edit) {
    return new ChatRequest(
        question.asking(edit.apply(question.text())),
        conversationId,
        requestId,
        earlier.stream()
            .map(said -> new Exchange(edit.apply(said.question()), edit.apply(said.answer())))
            .toList());
  }

  /**
   * A question and its answer in the caller's words. They say what a follow-up may point back to,
   * and are no source of anything.
   *
   * @param question 1 character or more
   * @param answer empty if there was none
   */
  public record Exchange(String question, String answer) {
    public Exchange {
      Objects.requireNonNull(answer, "answer");
      if (question.isBlank()) {
        throw new IllegalArgumentException("An exchange begins with a question, this one is blank");
      }
    }
  }
}
