package org.kepu.assistant.chat;

/** The same request is being answered elsewhere, or just failed there. Trying again helps. */
public final class StillRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StillRunningException() {
    super("The same request is still being answered; please send it again in a moment");
  }
}
