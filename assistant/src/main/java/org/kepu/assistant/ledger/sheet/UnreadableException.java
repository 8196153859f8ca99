package org.kepu.assistant.ledger.sheet;

import java.io.Serial;

/** A file that is no table we can read. */
public final class UnreadableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableException(Throwable cause) {
    super("The file is neither CSV nor an Excel workbook (.xlsx)", cause);
  }

  UnreadableException(String reason) {
    super(reason);
  }
}
