package org.kepu.assistant.report.lock;

import java.util.Comparator;
import java.util.Objects;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;

/**
 * What an amount of a locked month is of.
 *
 * @param by what it is divided by: the code of a {@link Dimension}, {@link #WITHOUT_SOURCE} or
 *     {@link #OF_DAY}
 * @param venue which house; empty where it belongs to none
 * @param name which value of that
 */
public record Figure(String by, String venue, String name, Measure measure)
    implements Comparable<Figure> {

  /** By topic, of what ended without a source alone. */
  public static final String WITHOUT_SOURCE = "without_source";

  /** By day and channel: what does not add up. */
  public static final String OF_DAY = "of_day";

  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::by)
          .thenComparing(Figure::venue)
          .thenComparing(Figure::name)
          .thenComparing(figure -> figure.measure().code());

  public Figure {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(venue, "venue");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(measure, "measure");
  }

  @Override
  public int compareTo(Figure other) {
    return ORDER.compare(this, other);
  }
}
