package org.kepu.assistant.chat;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Question;

/**
 * A question as it came in.
 *
 * @param question what is asked
 * @param conversationId the conversation it belongs to, null for a new one
 * @param requestId the same id again gets the same answer and counts once; null for none
 */
public record ChatRequest(
    Question question, @Nullable UUID conversationId, @Nullable UUID requestId) {

  public ChatRequest {
    Objects.requireNonNull(question, "question");
  }

  /** The same request in other words. */
  ChatRequest asking(String text) {
    return new ChatRequest(question.asking(text), conversationId, requestId);
  }
}
