package org.kepu.assistant.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in with the institution's own accounts, by OpenID Connect. Who may do what is still said
 * here: the provider only says who it is.
 *
 * @param issuer the provider's address; empty: local accounts only
 * @param clientId what the provider knows this service by
 * @param clientSecret the secret that goes with it
 * @param nameClaim which claim of the provider is the account's name here
 * @param label what the button says
 */
@ConfigurationProperties("kepu.oidc")
public record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("统一身份认证") String label) {

  public OidcSettings {
    if (!issuer.isEmpty() && clientId.isEmpty()) {
      throw new IllegalArgumentException(
          "kepu.oidc.client-id (KEPU_OIDC_CLIENT_ID) is needed with kepu.oidc.issuer");
    }
  }

  public boolean configured() {
    return !issuer.isEmpty();
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "OidcSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId);
  }
}
