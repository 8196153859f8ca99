package org.kepu.knowledge;

/** No generation of the index is live yet: the first one is still being built. */
public final class NotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotReadyException() {
    super("The first index is still being built; please ask again in a moment");
  }
}
