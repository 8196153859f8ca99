package org.kepu.evaluation.attack;

/** As whom a request is sent. */
enum Caller {
  ANYBODY,
  /** Signed in, with everything that belongs to it. */
  ADMIN,
  /** A session's secret with one letter changed. */
  FORGED_SESSION,
  /** Signed in, without the token against forged requests. */
  NO_CSRF_TOKEN,
  /** Signed in, with another one. */
  WRONG_CSRF_TOKEN,
  /** A paired terminal. */
  TERMINAL,
  /** A terminal's token with one letter changed. */
  FORGED_TERMINAL,
  /** A page of a registered site. */
  SITE,
  /** A page with a token that was tampered with, of another site, or of none. */
  FORGED_SITE;

  /** Whether an operation must turn it away, whatever is asked. */
  boolean mustBeRefusedAt(Operation operation) {
    return switch (this) {
      case ADMIN -> false;
      case ANYBODY, FORGED_SESSION, TERMINAL -> operation.isClosed();
      case NO_CSRF_TOKEN, WRONG_CSRF_TOKEN -> operation.needsCsrfToken();
      case SITE -> operation.isClosed();
      case FORGED_SITE -> operation.isClosed() || operation.isForSites();
      case FORGED_TERMINAL ->
          operation.isClosed()
              || operation.path().equals("/api/v1/kiosk/heartbeat")
              || operation.path().equals("/api/v1/kiosk/configuration");
    };
  }
}
