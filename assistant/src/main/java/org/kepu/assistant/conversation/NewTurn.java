package org.kepu.assistant.conversation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A turn about to begin.
 *
 * @param answerId names the turn and its answer
 * @param conversationId the conversation it belongs to
 * @param requestId the caller's own id for it, null if there is none
 * @param requestHash tells another request from the same one sent again
 */
public record NewTurn(
    String answerId, String conversationId, @Nullable String requestId, String requestHash) {

  public NewTurn {
    Objects.requireNonNull(answerId, "answerId");
    Objects.requireNonNull(conversationId, "conversationId");
    Objects.requireNonNull(requestHash, "requestHash");
  }
}
