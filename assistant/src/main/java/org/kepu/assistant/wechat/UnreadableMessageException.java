package org.kepu.assistant.wechat;

import java.io.Serial;

/** What came in is no message of WeChat's. */
public final class UnreadableMessageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableMessageException(String message) {
    super(message);
  }
}
