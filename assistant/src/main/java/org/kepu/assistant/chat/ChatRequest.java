package org.kepu.assistant.chat;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.reach.Scene;

/**
 * A question as it came in.
 *
 * @param question what is asked
 * @param conversationId the conversation it belongs to, null for a new one
 * @param requestId the same id again gets the same answer and counts once; null for none
 * @param scene where and by whom it is asked, as far as the question does not say itself
 */
public record ChatRequest(
    Question question, @Nullable UUID conversationId, @Nullable UUID requestId, Scene scene) {

  public ChatRequest {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(scene, "scene");
  }

  /** A question of which nothing else is known. */
  public ChatRequest(Question question, @Nullable UUID conversationId, @Nullable UUID requestId) {
    this(question, conversationId, requestId, Scene.UNKNOWN);
  }
}
