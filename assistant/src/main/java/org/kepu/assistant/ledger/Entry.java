package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a unit reports of something on a day. An entry of the same kind, item, day and source is the
 * same entry: read again it changes nothing, and with another amount it puts the other right.
 *
 * @param item what it is of: an activity's id, a media item's, an ISBN, a registration's number
 * @param title what people call it
 * @param programme what it belongs to; empty: nothing
 * @param venue which house; empty: none, or several
 * @param unit who reports it
 * @param day when it was; of a media item, up to when it is counted
 * @param amount how many, 0 or more; 1 of a book or a product
 * @param evidence where it is proven: a number of a file, an address; empty where the grade is B
 */
public record Entry(
    Kind kind,
    String item,
    String title,
    String programme,
    String venue,
    String unit,
    LocalDate day,
    Source source,
    long amount,
    Grade grade,
    String evidence) {

  public Entry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(grade, "grade");
    if (amount < 0) {
      throw new IllegalArgumentException("An amount is 0 or more, not " + amount);
    }
  }

  /** Whether it counts people at an activity, there or online. */
  public boolean ofHeads() {
    return kind == Kind.OFFLINE || kind == Kind.ONLINE;
  }
}
