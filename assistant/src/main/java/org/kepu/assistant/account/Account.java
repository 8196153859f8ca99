package org.kepu.assistant.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Somebody who works with the service, as far as it must know them.
 *
 * @param name what they sign in with, and what an OIDC provider calls them; see {@link AccountName}
 * @param displayName what pages call them
 * @param roles what they may do, one or more
 * @param venues the houses they may do it for, in order; empty: all of them
 * @param active whether they may sign in
 * @param createdAt since when there is this account
 */
public record Account(
    UUID id,
    String name,
    String displayName,
    Set<Role> roles,
    SortedSet<String> venues,
    boolean active,
    Instant createdAt) {

  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(createdAt, "createdAt");
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account has one role or more");
    }
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    venues = Collections.unmodifiableSortedSet(new TreeSet<>(venues));
  }

  /** Whether it has one of these roles. */
  public boolean is(Role... any) {
    return Set.of(any).stream().anyMatch(roles::contains);
  }

  /** Whether it may see and do what belongs to a venue. */
  public boolean sees(String venue) {
    return venues.isEmpty() || venues.contains(venue);
  }

  /** Whether it may see and do what belongs to all of these venues. */
  public boolean seesAll(Collection<String> these) {
    return venues.isEmpty() || venues.containsAll(these);
  }

  /** Whether it may see what belongs to no venue, and the sum over all. */
  public boolean seesEverything() {
    return venues.isEmpty();
  }
}
