package org.kepu.assistant.gap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The gaps. They hold no text of their own: what was asked is read from the interaction log, and is
 * gone from here when it is deleted there. Safe for use by several threads and processes.
 */
public interface Gaps {

  /**
   * Questions without a good answer that belong to no gap yet, oldest first: the answer was that
   * there is no source, or its visitor voted against it. Tests, programs and staff are left out.
   */
  List<Unanswered> ungrouped(int most);

  /** The questions of each open gap, as far as their texts are kept; the newest {@code each}. */
  Map<UUID, List<Unanswered>> open(int each);

  /** Opens a gap with its first question. */
  UUID open(Unanswered question, Instant now);

  /** Adds a question to a gap. */
  void add(UUID gap, Unanswered question);

  /** Puts the questions of a gap into another, and the gap away. */
  void merge(UUID from, UUID into);

  /** Closes an open gap; one that is closed stays as it is. */
  void close(UUID gap, String by, Instant now);

  /** Opens a closed gap again. */
  void reopen(UUID gap);

  /** Hands a gap to an account, or to nobody. */
  void assign(UUID gap, @Nullable String assignee);

  /**
   * The gaps that are open, or closed, those with the most questions first.
   *
   * @param venues only questions asked at one of them count; empty: all
   */
  List<Gap> list(boolean open, Set<String> venues, int most);

  /** The gap of that id. */
  Optional<Gap> find(UUID id);
}
