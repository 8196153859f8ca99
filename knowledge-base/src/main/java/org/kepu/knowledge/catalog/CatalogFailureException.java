package org.kepu.knowledge.catalog;

/** The catalogue's database fails. Not the asker's fault; trying again may help. */
public final class CatalogFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CatalogFailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
