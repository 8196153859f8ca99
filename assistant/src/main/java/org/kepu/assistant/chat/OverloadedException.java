package org.kepu.assistant.chat;

/** Too many questions wait already. Nothing of this one was recorded; asking again helps. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OverloadedException(int waiting) {
    super("%d questions wait already; please ask again in a moment".formatted(waiting));
  }
}
