package org.kepu.knowledge.catalog;

import org.jspecify.annotations.Nullable;

/** The catalogue's database fails. Not the asker's fault; trying again may help. */
public final class CatalogFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CatalogFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
