package org.kepu.assistant.reach.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** The figures as they were counted last. Safe for use by several threads and processes. */
public interface Rollups {

  /** Puts a day's figures in the place of those it had. */
  void replace(LocalDate day, SortedMap<Cell, Long> figures, Instant countedAt);

  /** A day's figures. */
  SortedMap<Cell, Long> of(LocalDate day);

  /**
   * What of the sums that are kept beside the figures is not the sum of them, in words; nothing if
   * all is.
   */
  List<String> brokenSums();

  /** Up to when records are counted; {@link Instant#EPOCH} before the first time. */
  Instant upTo();

  /** Records that were written before {@code now} are counted. */
  void upTo(Instant now);

  /** The days that were counted. */
  SortedSet<LocalDate> counted();

  /** The days to which records belong that were written at or after {@code since}. */
  SortedSet<LocalDate> touchedSince(Instant since);
}
