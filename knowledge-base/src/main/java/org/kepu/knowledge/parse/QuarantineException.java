package org.kepu.knowledge.parse;

/**
 * Reading a file was given up, for a reason that an editor is told. Only ever on its way to a
 * {@link ParseResult.Quarantined}.
 */
public final class QuarantineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final QuarantineReason reason;

  /**
   * @param detail what exactly: a limit and the value it met
   */
  public QuarantineException(QuarantineReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public QuarantineReason reason() {
    return reason;
  }
}
