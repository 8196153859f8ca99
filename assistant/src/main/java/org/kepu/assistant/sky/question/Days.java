package org.kepu.assistant.sky.question;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and years as people name them, from a day that is today. */
final class Days {

  private static final Map<Pattern, Integer> RELATIVE = relative();

  private static final Pattern WEEKEND = Pattern.compile("(这个?|本)?周末|this weekend");
  private static final Pattern WEEKDAY = Pattern.compile("(?:这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])");
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile("(?:(20\\d\\d)年)?(\\d{1,2})月(\\d{1,2})[日号](?:的?(?:晚上|夜里|夜晚|晚))?");
  private static final Pattern ISO = Pattern.compile("(20\\d\\d)-(\\d\\d?)-(\\d\\d?)");
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年?");
  private static final Pattern THIS_YEAR = Pattern.compile("今年|this year");
  private static final Pattern NEXT_YEAR = Pattern.compile("明年|next year");
  private static final Pattern YEAR_AFTER = Pattern.compile("后年");
  private static final String WEEK = "一二三四五六日";

  private Days() {}

  private static Map<Pattern, Integer> relative() {
    String night = "(?:的?(?:晚上|夜里|夜晚|夜间|傍晚|早上|早晨|清晨|凌晨|上午|下午))?";
    Map<Pattern, Integer> days = new LinkedHashMap<>();
    days.put(
        Pattern.compile(
            "(?:今天|今日|今儿个?|当天)"
                + night
                + "|今晚(?:上(?!海))?|今夜|今早|今宵|today|tonight|this evening|this morning"),
        0);
    days.put(
        Pattern.compile(
            "(?:明天|明日|明儿个?)"
                + night
                + "|明晚(?:上(?!海))?|明早|明晨|tomorrow(?: night| evening| morning)?"),
        1);
    days.put(Pattern.compile("大后天" + night), 3);
    days.put(Pattern.compile("后天" + night + "|the day after tomorrow"), 2);
    days.put(Pattern.compile("昨天" + night + "|昨晚|yesterday|last night"), -1);
    return days;
  }

  /** The day or the year that {@code text} names at {@code from}. */
  static Optional<Lexicon.Found> at(String text, int from, LocalDate today) {
    for (Map.Entry<Pattern, Integer> day : RELATIVE.entrySet()) {
      Matcher matcher = lookingAt(day.getKey(), text, from);
      if (matcher.lookingAt()) {
        return found(new Word.Day(today.plusDays(day.getValue())), matcher);
      }
    }
    return weekday(text, from, today)
        .or(() -> date(text, from, today))
        .or(() -> year(text, from, today));
  }

  private static Optional<Lexicon.Found> weekday(String text, int from, LocalDate today) {
    Matcher weekend = lookingAt(WEEKEND, text, from);
    if (weekend.lookingAt()) {
      boolean sunday = today.getDayOfWeek() == DayOfWeek.SUNDAY;
      LocalDate day = sunday ? today : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
      return found(new Word.Day(day), weekend);
    }
    Matcher weekday = lookingAt(WEEKDAY, text, from);
    if (weekday.lookingAt()) {
      int number = WEEK.indexOf(weekday.group(1).replace('天', '日')) + 1;
      LocalDate day = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number)));
      return found(new Word.Day(day), weekday);
    }
    return Optional.empty();
  }

  private static Optional<Lexicon.Found> date(String text, int from, LocalDate today) {
    for (Pattern form : new Pattern[] {MONTH_AND_DAY, ISO}) {
      Matcher date = lookingAt(form, text, from);
      if (date.lookingAt()) {
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        return (date.group(1) == null
                ? nearest(month, day, today)
                : day(Integer.parseInt(date.group(1)), month, day))
            .flatMap(d -> found(new Word.Day(d), date));
      }
    }
    return Optional.empty();
  }

  private static Optional<Lexicon.Found> year(String text, int from, LocalDate today) {
    for (Map.Entry<Pattern, Integer> year :
        Map.of(THIS_YEAR, 0, NEXT_YEAR, 1, YEAR_AFTER, 2).entrySet()) {
      Matcher matcher = lookingAt(year.getKey(), text, from);
      if (matcher.lookingAt()) {
        return found(new Word.Year(today.getYear() + year.getValue()), matcher);
      }
    }
    Matcher year = lookingAt(YEAR, text, from);
    return year.lookingAt()
        ? found(new Word.Year(Integer.parseInt(year.group(1))), year)
        : Optional.empty();
  }

  /** Of last year's, this year's and next year's the one closest to today. */
  private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
    return Stream.of(-1, 0, 1)
        .flatMap(years -> day(today.getYear() + years, month, day).stream())
        .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today, date))));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Matcher lookingAt(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length());
  }

  private static Optional<Lexicon.Found> found(Word word, Matcher matcher) {
    return Optional.of(new Lexicon.Found(word, matcher.end()));
  }
}
