package org.kepu.knowledge.source;

import org.jspecify.annotations.Nullable;

/** A source cannot be looked at. Its message is for an editor: why, and the way out. */
public final class SourceFailureException extends RuntimeException {

  public SourceFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For an editor. */
  public String inWords() {
    return String.valueOf(getMessage());
  }
}
