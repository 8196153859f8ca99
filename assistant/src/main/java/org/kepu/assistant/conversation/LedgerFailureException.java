package org.kepu.assistant.conversation;

/** The ledger's database fails, so nothing may be accepted. Trying again may help. */
public final class LedgerFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean away;

  /**
   * @param away whether the database is not there; else it is there and refuses
   */
  public LedgerFailureException(Throwable cause, boolean away) {
    super("The interaction log cannot be written", cause);
    this.away = away;
  }

  /** What cannot be written for another reason than a failure of the database. */
  public LedgerFailureException(String reason) {
    super(reason);
    this.away = false;
  }

  /** Whether the database is not there: what cannot be written to it may be kept elsewhere. */
  public boolean away() {
    return away;
  }
}
