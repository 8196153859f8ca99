package org.kepu.assistant.conversation;

/** The ledger's database fails, so nothing may be accepted. Trying again may help. */
public final class LedgerFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerFailureException(Throwable cause) {
    super("The interaction log cannot be written", cause);
  }
}
