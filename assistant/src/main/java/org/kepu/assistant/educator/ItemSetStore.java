package org.kepu.assistant.educator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sets are kept, with all their versions. Where the database fails, every method throws
 * {@link org.kepu.assistant.conversation.LedgerFailureException}. Safe for use by several threads
 * and several nodes.
 */
public interface ItemSetStore {

  /** Keeps a set that is about to be made. Its id is new. */
  void begin(ItemSet set);

  /**
   * Records how far a set has come.
   *
   * @return whether it is still being made: false once it was cancelled
   */
  boolean progress(String id, ItemSet.Progress progress);

  /**
   * Ends the making of a set, and keeps what came of it, its places as version 1; does nothing if
   * it ended before.
   *
   * @return whether it was still being made
   */
  boolean finish(String id, ItemSet.State state, Made made, Instant at);

  /**
   * Deletes a set with all its versions; if it is still being made, that ends. What stays is that
   * there was one: it counts in {@link #begunSince}, and {@link #deleted} knows it.
   *
   * @return whether there was such a set
   */
  boolean delete(String id, Instant at);

  /** Whether there was a set of this id, and it was deleted. */
  boolean deleted(String id);

  /** The set as it is now, empty if there is none. */
  Optional<ItemSet> find(String id);

  /** The set as it was at a version, empty if there is no such version. */
  Optional<ItemSet> find(String id, int version);

  /** A set's versions, the latest first; empty if there is no such set. */
  List<Version> versions(String id);

  /** An owner's sets, the latest first, without their places. */
  List<ItemSet> of(String owner, int most);

  /** How many sets an owner has asked for since, deleted ones among them. */
  int begunSince(String owner, Instant since);

  /**
   * Keeps changes as the next version: the places that changed, the order of all, and the title.
   *
   * @param expected the version the changes were made to
   * @param changed the places that changed
   * @param order the numbers of all places, in their order
   * @return the new version, empty if {@code expected} is not the current one or the set is not
   *     ready
   */
  Optional<Integer> change(
      String id,
      int expected,
      String title,
      List<Integer> order,
      List<Slot> changed,
      String by,
      Instant at);

  /**
   * A version of a set.
   *
   * @param number counts from 1
   * @param by the account that made it
   * @param at when
   */
  record Version(int number, String by, Instant at) {}
}
