package org.kepu.assistant.web.account;

import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Role;

/** An account on the wire. */
record AccountBody(
    UUID id,
    String name,
    String displayName,
    Set<Role> roles,
    SortedSet<String> venues,
    boolean active) {

  static AccountBody of(Account account) {
    return new AccountBody(
        account.id(),
        account.name(),
        account.displayName(),
        account.roles(),
        account.venues(),
        account.active());
  }
}
