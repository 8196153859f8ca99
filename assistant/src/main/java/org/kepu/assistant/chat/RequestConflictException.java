package org.kepu.assistant.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request's id came with another request before. The caller must choose a new one. */
public final class RequestConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RequestConflictException(@Nullable UUID requestId) {
    super(
        "The request id " + requestId + " was used for another question; please choose a new one");
  }
}
