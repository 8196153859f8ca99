package org.kepu.knowledge.parse.fork;

import org.jspecify.annotations.Nullable;

/** The process that reads files cannot be started. No file is to blame. */
public final class ForkFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ForkFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
