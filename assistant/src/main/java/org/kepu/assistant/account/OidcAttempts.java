package org.kepu.assistant.account;

import java.time.Instant;
import java.util.Optional;

/** Sign-ins that wait for an OIDC provider's word, so that any node can go on with them. */
public interface OidcAttempts {

  /**
   * Keeps an attempt.
   *
   * @param secret what the browser holds; kept as a hash
   * @param request what was asked of the provider
   */
  void keep(String secret, String request, Instant expires);

  /** The attempt of a browser, if it is still waited for. */
  Optional<String> find(String secret, Instant now);

  /** Forgets an attempt. */
  void forget(String secret);
}
