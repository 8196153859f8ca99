package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number with its unit in a text, where it can be asked for.
 *
 * @param start where it begins in the text, with the word that makes it vague (约)
 * @param end where it ends, exclusive, with its unit
 * @param vague 约 and its like; empty where it is exact
 * @param low the number as written: 38.4
 * @param high the upper end of a range as written; empty where it is no range
 * @param joint what stands between the two ends; empty where it is no range
 * @param scale 万, 亿, or empty
 * @param unit as written
 */
record Figure(
    int start,
    int end,
    String vague,
    String low,
    String high,
    String joint,
    String scale,
    String unit) {

  private static final Map<String, Boolean> UNITS =
      Tables.lines("units.tsv").stream()
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells.length > 1));

  private static final String UNIT =
      UNITS.keySet().stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));

  private static final Pattern FIGURE =
      Pattern.compile(
          ("(?<![\\d.A-Za-z第/—~～到至]|[到至]零下|超过|不到|不足|至少|最多|起码|高达|多达)(?<vague>大约|约|将近|接近)?"
                  + "(?<low>\\d+(?:\\.\\d+)?)"
                  + "(?:(?<joint>(?:%1$s)?(?:到|至|—|～))(?<high>\\d+(?:\\.\\d+)?))?"
                  + "(?<scale>[万亿]?)(?<unit>%1$s)(?![A-Za-z\\d级半代多余]|以上|以下|以内|之内|开外|出头|来[高长])")
              .formatted(UNIT));

  private static final Pattern YEAR =
      Pattern.compile(
          "(?<!\\d|公元前|前|从|到|至|—|截至|自)(?<year>1\\d{3}|20[0-2]\\d)年(?!前|代|到|至|—|以|起|间|来|底|后|的|、|和|或)");

  /** The figures in {@code text}, years of the calendar left out. */
  static List<Figure> in(String text) {
    List<Figure> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      if (calendarYear(matcher)) {
        continue;
      }
      figures.add(
          new Figure(
              matcher.start(),
              matcher.end(),
              orEmpty(matcher.group("vague")),
              matcher.group("low"),
              orEmpty(matcher.group("high")),
              orEmpty(matcher.group("joint")),
              matcher.group("scale"),
              matcher.group("unit")));
    }
    return figures;
  }

  /** The years in {@code text} that an event is dated by. */
  static List<Year> yearsIn(String text) {
    return YEAR.matcher(text)
        .results()
        .map(year -> new Year(year.start(), year.end(), Integer.parseInt(year.group(1))))
        .toList();
  }

  /** 1985年 is no duration. */
  private static boolean calendarYear(MatchResult match) {
    return match.group("unit").startsWith("年")
        && match.group("scale").isEmpty()
        && match.group("low").matches("\\d{3,4}");
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }

  /** Whether things are counted one by one. */
  boolean counts() {
    return UNITS.getOrDefault(unit, false);
  }

  boolean range() {
    return !high.isEmpty();
  }

  double value() {
    return Double.parseDouble(low);
  }

  /** The number written out: 1.5亿 is 150,000,000. */
  double amount() {
    return value() * (scale.equals("亿") ? 1e8 : scale.equals("万") ? 1e4 : 1);
  }

  /** As it stands in the text. */
  String written() {
    return written(low, high, scale);
  }

  /** The same with other numbers. */
  String written(String otherLow, String otherHigh, String otherScale) {
    return vague + bare(otherLow, otherHigh, otherScale);
  }

  /** The number with its unit, without what makes it vague. */
  String bare() {
    return bare(low, high, scale);
  }

  private String bare(String otherLow, String otherHigh, String otherScale) {
    return otherLow + (range() ? joint + otherHigh : "") + otherScale + unit;
  }

  /** The words that ask for it, in its place. */
  String asked() {
    boolean few = counts() && scale.isEmpty() && value() <= 10 && (!range() || highValue() <= 10);
    return vague.replaceAll("将近|接近", "约") + (few ? "几" : "多少") + unit;
  }

  private double highValue() {
    return Double.parseDouble(high);
  }

  /**
   * A year of the calendar in a text.
   *
   * @param start where it begins
   * @param end behind 年
   */
  record Year(int start, int end, int year) {}
}
