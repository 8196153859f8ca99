package org.kepu.assistant.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.SecurityLog.Act;

/** The accounts as an administrator keeps them; each change is accounted for with who made it. */
public final class Staff {

  private static final int MOST_SHOWN = 300;

  private final Accounts accounts;
  private final SecurityLog log;
  private final InstantSource clock;

  public Staff(Accounts accounts, SecurityLog log, InstantSource clock) {
    this.accounts = accounts;
    this.log = log;
    this.clock = clock;
  }

  public List<Account> all() {
    return accounts.all();
  }

  public Optional<Account> find(UUID id) {
    return accounts.find(id);
  }

  /**
   * Adds an account, which a link or an OIDC provider opens.
   *
   * @param name as {@link AccountName#of} writes it
   * @return empty if the name is taken
   */
  public Optional<Account> add(
      String name, String displayName, Set<Role> roles, Set<String> venues, Account by) {
    Account account =
        new Account(
            UUID.randomUUID(),
            name,
            displayName.isBlank() ? name : displayName.strip(),
            roles,
            new TreeSet<>(venues),
            true,
            clock.instant());
    if (!accounts.add(account)) {
      return Optional.empty();
    }
    log.append(Act.ACCOUNT_CREATED, said(account, by));
    return Optional.of(account);
  }

  /** Changes what an account may do; its sessions end. */
  public Accounts.Change change(
      UUID id,
      String displayName,
      Set<Role> roles,
      Set<String> venues,
      boolean active,
      Account by) {
    Accounts.Change change = accounts.change(id, displayName.strip(), roles, venues, active);
    if (change == Accounts.Change.CHANGED) {
      accounts.find(id).ifPresent(now -> log.append(Act.ACCOUNT_CHANGED, said(now, by)));
    }
    return change;
  }

  private static String said(Account account, Account by) {
    String what =
        "%s by %s, roles %s, venues %s%s"
            .formatted(
                account.name(),
                by.name(),
                account.roles().stream().map(Role::code).collect(Collectors.joining("+")),
                account.venues().isEmpty() ? "all" : String.join("+", account.venues()),
                account.active() ? "" : ", closed");
    return what.length() > MOST_SHOWN ? what.substring(0, MOST_SHOWN) + "…" : what;
  }
}
