package org.kepu.assistant.wechat;

import java.io.Serial;

/** What came in was not sent by WeChat to this account, or not just now. */
public final class ForgedMessageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  ForgedMessageException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What gave it away. */
  public enum Reason {
    /** It is not signed with the account's token. */
    SIGNATURE,
    /** It is too old, or of the future: the clocks differ, or somebody kept it. */
    TIME,
    /** Its number was used before, for another message. */
    REPLAYED,
    /** It is plain, and the account's messages are encrypted. */
    PLAIN
  }
}
