package org.kepu.knowledge.parse;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read as the document it claims to be. Its author can mend it. */
public final class MalformedDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedDocumentException(String path, String problem, @Nullable Throwable cause) {
    super(path + ": " + problem, cause);
  }

  public MalformedDocumentException(String path, String problem) {
    this(path, problem, null);
  }
}
