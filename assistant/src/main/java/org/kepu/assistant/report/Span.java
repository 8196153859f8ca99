package org.kepu.assistant.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.assistant.reach.figures.Period;

/**
 * What a report is of: a month or a year of the calendar.
 *
 * @param first its first month
 * @param last its last: the first, or December of the same year where that is January
 */
public record Span(YearMonth first, YearMonth last) {

  private static final Pattern WRITTEN = Pattern.compile("(20\\d{2})(?:-(\\d{2}))?");
  private static final int DECEMBER = 12;

  public Span {
    boolean year = first.getMonthValue() == 1 && last.equals(first.plusMonths(DECEMBER - 1L));
    if (!first.equals(last) && !year) {
      throw new IllegalArgumentException(
          "A report is of one month or of January to December, not of %s to %s"
              .formatted(first, last));
    }
  }

  public static Span of(YearMonth month) {
    return new Span(month, month);
  }

  public static Span of(Year year) {
    return new Span(year.atMonth(1), year.atMonth(DECEMBER));
  }

  /** The span written as {@code 2026-05} or {@code 2026}; empty if it is neither. */
  public static Optional<Span> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Year year = Year.parse(parts.group(1));
    try {
      return Optional.of(
          parts.group(2) == null ? of(year) : of(year.atMonth(Integer.parseInt(parts.group(2)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public boolean isYear() {
    return !first.equals(last);
  }

  public Period period() {
    return new Period(first.atDay(1), last.atEndOfMonth());
  }

  /** The month or the year right before. */
  public Span before() {
    return isYear() ? yearBefore() : of(first.minusMonths(1));
  }

  /** The same of the year before. */
  public Span yearBefore() {
    return new Span(first.minusYears(1), last.minusYears(1));
  }

  /** Its months, in order. */
  public List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** Whether it is over on a day. */
  public boolean over(LocalDate today) {
    return today.isAfter(last.atEndOfMonth());
  }

  /** As it is said in Chinese. */
  public String inChinese() {
    return isYear()
        ? first.getYear() + "年"
        : "%d年%d月".formatted(first.getYear(), first.getMonthValue());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return isYear() ? String.valueOf(first.getYear()) : first.toString();
  }
}
