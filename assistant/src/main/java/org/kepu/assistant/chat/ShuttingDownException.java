package org.kepu.assistant.chat;

/** The service is stopping and ended the answer. The same request may be sent again. */
public final class ShuttingDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ShuttingDownException() {
    super("The service is shutting down; please ask again in a moment");
  }
}
