package org.kepu.assistant.sky;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.place.Place;
import org.springframework.context.MessageSource;

/** Says moments, names and sentences in one language, as of one day. */
final class Wording {

  private final MessageSource messages;
  private final Language language;
  private final LocalDate today;

  Wording(MessageSource messages, Language language, LocalDate today) {
    this.messages = messages;
    this.language = language;
    this.today = today;
  }

  /** A sentence by its key; what stands in its blanks is text already. */
  String sentence(String key, String... blanks) {
    return messages.getMessage("sky." + key, blanks, language.locale());
  }

  /** A day, with its year if that is not this one. */
  String day(LocalDate day) {
    String pattern = day.getYear() == today.getYear() ? "format.day" : "format.date";
    return DateTimeFormatter.ofPattern(sentence(pattern), language.locale()).format(day);
  }

  /** A time of day to the minute. */
  String time(Instant when) {
    return DateTimeFormatter.ofPattern(sentence("format.time"), Locale.ROOT)
        .format(toTheMinute(when).atZone(Ephemeris.ZONE));
  }

  /**
   * A time in the night that begins on {@code day}: what comes after midnight is the next day's.
   */
  String timeAfter(LocalDate day, Instant when) {
    return dayOf(when).isAfter(day) ? sentence("format.next-day", time(when)) : time(when);
  }

  String moment(Instant when) {
    return sentence("format.moment", day(dayOf(when)), time(when));
  }

  String place(Place place) {
    return switch (language) {
      case SIMPLIFIED -> place.name();
      case TRADITIONAL -> place.traditional();
      case ENGLISH -> place.english();
    };
  }

  String eclipse(Eclipse.@Nullable Body body, Eclipse.@Nullable Kind kind) {
    String ofBody = body == null ? "ANY" : body.name();
    return sentence("eclipse." + ofBody + "." + (kind == null ? "ANY" : kind.name()));
  }

  String list(List<String> items) {
    return String.join(sentence("format.separator"), items);
  }

  /** A date of the Chinese calendar, as the language writes it. */
  String lunar(String name) {
    return language == Language.TRADITIONAL ? name.replace('闰', '閏').replace('腊', '臘') : name;
  }

  static LocalDate dayOf(Instant when) {
    return toTheMinute(when).atZone(Ephemeris.ZONE).toLocalDate();
  }

  private static Instant toTheMinute(Instant when) {
    return when.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
  }
}
