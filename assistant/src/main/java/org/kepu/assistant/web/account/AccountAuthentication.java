package org.kepu.assistant.web.account;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A session's account, as the framework wants to see it. */
final class AccountAuthentication extends AbstractAuthenticationToken {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Account account;

  AccountAuthentication(Account account) {
    super(AuthorityUtils.createAuthorityList(account.roles().stream().map(Enum::name).toList()));
    this.account = account;
    setAuthenticated(true);
  }

  @Override
  public Account getPrincipal() {
    return account;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
