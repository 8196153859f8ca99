package org.kepu.assistant.answer.llm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model did not do what it was asked for; its kind says what the caller can do. */
public final class ModelFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public ModelFailureException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  public Kind kind() {
    return kind;
  }

  /** What went wrong. */
  public enum Kind {
    /** The connection or the server failed; the same may work at once. */
    BROKEN,
    /**
     * It refuses: the key, the address, the request, too many of them. Asking again is of no use.
     */
    REFUSED,
    /** No words came in time. */
    SILENT,
    /** It wrote too much, or a line without an end. */
    TOO_LONG,
    /** It stopped without saying that it was done. */
    UNFINISHED,
    /** We did not ask: it failed too often just now. */
    RESTING,
    /** We did not ask: too many questions are with it. */
    BUSY,
    /** We did not ask: the day's budget is spent. */
    OVER_BUDGET
  }
}
