package org.kepu.assistant.chat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.reach.Scene;

/**
 * A question as it came in.
 *
 * @param question what is asked
 * @param conversationId the conversation it belongs to, null for a new one
 * @param requestId the same id again gets the same answer and counts once; null for none
 * @param earlier what was said before it, as the caller tells it, the last exchange last; where a
 *     conversation is named, the ledger knows better and this is not looked at
 * @param scene where and by whom it is asked, as far as the question does not say itself
 */
public record ChatRequest(
    Question question,
    @Nullable UUID conversationId,
    @Nullable UUID requestId,
    List<Exchange> earlier,
    Scene scene) {

  public ChatRequest {
    Objects.requireNonNull(question, "question");
    earlier = List.copyOf(earlier);
    Objects.requireNonNull(scene, "scene");
  }

  /** A question of which nothing else is known. */
  public ChatRequest(Question question, @Nullable UUID conversationId, @Nullable UUID requestId) {
    this(question, conversationId, requestId, List.of(), Scene.UNKNOWN);
  }

  /** The same request, asked where and by whom {@code other} says. */
  public ChatRequest at(Scene other) {
    return new ChatRequest(question, conversationId, requestId, earlier, other);
  }

  /** The same request with its question put otherwise. */
  ChatRequest about(Question other) {
    return new ChatRequest(other, conversationId, requestId, earlier, scene);
  }

  /** The same request with each of the visitor's and the caller's texts changed. */
  ChatRequest edited(UnaryOperator<String> edit) {
    return new ChatRequest(
        question.asking(edit.apply(question.text())),
        conversationId,
        requestId,
        earlier.stream()
            .map(said -> new Exchange(edit.apply(said.question()), edit.apply(said.answer())))
            .toList(),
        scene);
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
