package org.kepu.assistant.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that is held on a day or on several: it counts as one. What is unknown is empty.
 *
 * @param id as records of interactions and rows of tables name it
 * @param name what people call it
 * @param programme the id of what it is part of
 * @param venue which house
 * @param hall which hall of it
 * @param region the city it is held in; empty: the venue's
 * @param unit who holds it; several are divided by “、”
 * @param closed whether its figures are final: tables may change nothing of it
 * @param fromTable whether a table brought it in, and nobody has seen to it since
 * @param version of which it is, as it was read; {@link #NEW}: nobody kept it yet
 */
public record Activity(
    String id,
    String name,
    String programme,
    String venue,
    String hall,
    String region,
    LocalDate first,
    LocalDate last,
    String unit,
    Form form,
    boolean closed,
    boolean fromTable,
    int version) {

  /** The version of an activity that nobody kept yet. */
  public static final int NEW = 0;

  /** So many characters each of its texts may have. */
  public static final int LONGEST_TEXT = 200;

  public Activity {
    Objects.requireNonNull(form, "form");
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("An activity has an id and a name");
    }
    if (Stream.of(id, name, programme, venue, hall, region, unit)
        .anyMatch(text -> text.length() > LONGEST_TEXT)) {
      throw new IllegalArgumentException(
          "A text of an activity has %d characters at most".formatted(LONGEST_TEXT));
    }
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The activity %s ends on %s before it begins on %s".formatted(id, last, first));
    }
  }

  /** How people take part. */
  public enum Form {
    ON_SITE,
    ONLINE,
    BOTH;

    /** The name on the wire and in tables. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it is together with another. */
    Form and(Form other) {
      return this == other ? this : BOTH;
    }
  }

  /**
   * Whether an address can name an id, so that people can see to what a table brought in: none of
   * {@code / \ ; %}, which are taken for something else on the way, and no dots alone.
   */
  public static boolean addressable(String id) {
    return id.chars().noneMatch(character -> "/\\;%".indexOf(character) >= 0)
        && !id.matches("\\.{1,2}");
  }

  /** Whether a day is one of its days. */
  public boolean on(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The units that hold it. */
  public static List<String> units(String unit) {
    return Stream.of(unit.split("[、；;]")).map(String::strip).filter(u -> !u.isEmpty()).toList();
  }

  /** The same as part of something. */
  public Activity partOf(String other) {
    return new Activity(
        id, name, other, venue, hall, region, first, last, unit, form, closed, fromTable, version);
  }

  /** The same with a day more, and how people took part on it. */
  public Activity with(LocalDate day, Form also) {
    return new Activity(
        id,
        name,
        programme,
        venue,
        hall,
        region,
        day.isBefore(first) ? day : first,
        day.isAfter(last) ? day : last,
        unit,
        form.and(also),
        closed,
        fromTable,
        version);
  }
}
