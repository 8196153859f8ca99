package org.kepu.assistant.reach.count;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Scene;

/**
 * Where a figure belongs. A dimension that does not apply, or is unknown, is empty.
 *
 * @param day in the academy's time zone
 * @param hour 0 to 23; {@link #WHOLE_DAY} where a figure belongs to no hour
 */
public record Cell(
    LocalDate day,
    int hour,
    Measure measure,
    String channel,
    String venue,
    String hall,
    String activity,
    String programme,
    String region,
    String topic,
    String audience,
    String outcome)
    implements Comparable<Cell> {

  public static final int WHOLE_DAY = -1;

  /** What belongs to no topic of the taxonomy; shown as 未归类. */
  public static final String UNCLASSIFIED = "unclassified";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::day)
          .thenComparingInt(Cell::hour)
          .thenComparing(Cell::measure)
          .thenComparing(Cell::channel)
          .thenComparing(Cell::venue)
          .thenComparing(Cell::hall)
          .thenComparing(Cell::activity)
          .thenComparing(Cell::programme)
          .thenComparing(Cell::region)
          .thenComparing(Cell::topic)
          .thenComparing(Cell::audience)
          .thenComparing(Cell::outcome);

  public Cell {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(measure, "measure");
    if (hour < WHOLE_DAY || hour > 23) {
      throw new IllegalArgumentException("An hour is 0 to 23, or -1 for the day, not " + hour);
    }
  }

  /** A figure of a whole day, by channel or venue at most. */
  static Cell ofDay(LocalDate day, Measure measure, String channel, String venue) {
    return new Cell(day, WHOLE_DAY, measure, channel, venue, "", "", "", "", "", "", "");
  }

  /** A figure of an hour and a scene. */
  static Cell of(
      LocalDate day,
      int hour,
      Measure measure,
      Scene scene,
      String topic,
      @Nullable Outcome outcome) {
    Channel channel = scene.channel();
    Audience audience = scene.audience();
    return new Cell(
        day,
        hour,
        measure,
        channel == null ? "" : channel.code(),
        orEmpty(scene.venue()),
        orEmpty(scene.hall()),
        orEmpty(scene.activity()),
        orEmpty(scene.programme()),
        orEmpty(scene.region()),
        topic,
        audience == null ? "unknown" : audience.code(),
        outcome == null ? "" : outcome.code());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
