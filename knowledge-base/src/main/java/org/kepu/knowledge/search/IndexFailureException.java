package org.kepu.knowledge.search;

import org.jspecify.annotations.Nullable;

/** The engine cannot read or write its index. Not the asker's fault; trying again may help. */
public final class IndexFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
