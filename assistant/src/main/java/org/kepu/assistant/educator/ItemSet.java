package org.kepu.assistant.educator;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of items, at one of its versions.
 *
 * @param id names it, in links too: hard to guess
 * @param owner the account that made it
 * @param venues the houses that account was for when it asked, in order; whoever is for one of them
 *     may read the set by its link. Empty: everybody may
 * @param order what was asked for
 * @param state how far it has come
 * @param progress how much of the work is done
 * @param version counts the changes, from 1; 0 while it is being made
 * @param title what it is called
 * @param slots its places, in the order in which they are printed
 * @param createdAt when it was asked for
 * @param changedAt when this version was written
 * @param modelWork what a language model wrote for it
 * @param refusals what it did without, and why
 */
public record ItemSet(
    String id,
    String owner,
    SortedSet<String> venues,
    Order order,
    State state,
    Progress progress,
    int version,
    String title,
    List<Slot> slots,
    Instant createdAt,
    Instant changedAt,
    ModelWork modelWork,
    Refusals refusals) {

  public ItemSet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    venues = Collections.unmodifiableSortedSet(new TreeSet<>(venues));
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(title, "title");
    slots = List.copyOf(slots);
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(modelWork, "modelWork");
    Objects.requireNonNull(refusals, "refusals");
  }

  /** Whether a person has accepted each of some places, and there are some. */
  public static boolean reviewed(List<Slot> slots) {
    return !slots.isEmpty()
        && slots.stream().allMatch(slot -> slot.decision() == Slot.Decision.ACCEPTED);
  }

  /** How far a set has come. */
  public enum State {
    MAKING,
    READY,
    CANCELLED,
    FAILED;

    /** The name in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How much of the work is done.
   *
   * @param done sections looked at
   * @param total sections there are
   * @param made sound items so far
   */
  public record Progress(int done, int total, int made) {
    public static final Progress NONE = new Progress(0, 0, 0);
  }
}
