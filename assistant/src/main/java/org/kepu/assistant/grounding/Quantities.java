package org.kepu.assistant.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a text with their units, whatever they are written in: 1.5亿千米, 一百二十公里, 百分之八,
 * 三四十厘米, 20世纪80年代, 公元前221年, 零下5℃. Of a range both ends are found, each with the unit.
 */
final class Quantities {

  private static final Pattern ARABIC =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?");
  private static final Pattern HAN =
      Pattern.compile(
          "[%1$s十][%1$s%2$s]*(?:点[%1$s]+[%2$s]*)?".formatted(Numerals.DIGITS, Numerals.SCALES));

  /** Two neighbours in the row of numbers: 三四十, 一两. */
  private static final Pattern NEIGHBOURS =
      Pattern.compile(
          "(十?)(一(?=[二两])|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))"
              + "([二两三四五六七八九])([%s]*)(?![%s])".formatted(Numerals.SCALES, Numerals.DIGITS));

  private static final Pattern VAGUE = Pattern.compile("(?:[几数]([十百千万亿]+)|十几([万亿]?))(?=.)");
  private static final Pattern PART = Pattern.compile("([百千万])分之");
  private static final Pattern RATE = Pattern.compile("每(?=秒|分钟|小时|天|年|个月)|/(?=秒|分钟|小时)|(?=时速|秒速)");
  private static final Pattern JOINED = Pattern.compile("\\s*(?:[~\\-–—−到至和与、]|——)\\s*");
  private static final String MORE = "多余来几";
  private static final Pattern IDIOM =
      Pattern.compile(String.join("|", Resources.lines("idioms.txt")));
  private static final Pattern BOUNDARY = Pattern.compile("[,。;:、!?()“”‘’\\n]");

  /** How far context reaches. */
  private static final int BEFORE = 9;

  private static final int AFTER = 5;

  /** Fewer characters than these tell nothing of a number. */
  private static final int ALMOST_ALONE = 3;

  private final String form;
  private final StringBuilder rest = new StringBuilder();
  private final List<Found> found = new ArrayList<>();
  private int at;

  private Quantities(String form) {
    this.form = form;
  }

  /**
   * The quantities in {@code form}, and what it says beside them.
   *
   * @param form a text in the form for matching
   */
  static Counted in(String form) {
    Quantities scan = new Quantities(form);
    scan.run();
    return new Counted(scan.found.stream().map(scan::quantity).toList(), scan.rest.toString());
  }

  private void run() {
    while (at < form.length()) {
      Matcher idiom = at(IDIOM);
      if (idiom != null) {
        copy(idiom.end() - at);
      } else if (!rate() && !part() && !half() && !vague() && !neighbours() && !number()) {
        copy(1);
      }
    }
  }

  private void copy(int length) {
    rest.append(form, at, at + length);
    at += length;
  }

  /** 每秒, 时速. */
  private boolean rate() {
    Matcher rate = at(RATE);
    if (rate == null) {
      return false;
    }
    boolean speed = rate.group().isEmpty();
    int unitAt = speed ? at : rate.end();
    Units.Found unit =
        speed ? Units.at(form.charAt(at) == '时' ? "小时" : "秒", 0) : Units.at(form, unitAt);
    if (unit == null) {
      return false;
    }
    end(
        unit.unit().factor(),
        unit.unit().factor(),
        Unit.RATE,
        false,
        speed ? at + 2 : unitAt + unit.length());
    return true;
  }

  /** 百分之八, 四分之一, 一半. */
  private boolean part() {
    if (form.startsWith("一半", at)) {
      end(0.5, 0.5, Unit.SHARE, false, at + 2);
      return true;
    }
    Matcher part = at(PART);
    Read whole =
        part == null
            ? read(at)
            : new Read(Numerals.scale(part.group(1).charAt(0)), 1, part.end(), true);
    if (whole == null || (part == null && !form.startsWith("分之", whole.end()))) {
      return false;
    }
    Read share = read(part == null ? whole.end() + 2 : whole.end());
    if (share == null) {
      return false;
    }
    double value = share.value() / whole.value();
    end(value, value, Unit.SHARE, false, share.end());
    return true;
  }

  /** 半小时. */
  private boolean half() {
    Units.Found unit = form.charAt(at) == '半' ? Units.at(form, at + 1) : null;
    if (unit == null || unit.unit().equals(Unit.COUNT)) {
      return false;
    }
    double value = unit.unit().factor() / 2;
    end(value, value, unit.unit(), false, at + 1 + unit.length());
    return true;
  }

  /** 几十, 十几万. */
  private boolean vague() {
    Matcher vague = at(VAGUE);
    if (vague == null) {
      return false;
    }
    boolean teens = vague.group(1) == null;
    double scale = scale(teens ? vague.group(2) : vague.group(1));
    Units.Found unit = unitAfter(vague.end());
    Unit counted = unit == null ? Unit.COUNT : unit.unit();
    double factor = scale * counted.factor();
    end(
        (teens ? 11 : 2) * factor,
        (teens ? 19 : 9.99) * factor,
        counted,
        false,
        unit == null ? vague.end() : unitEnd(vague.end(), unit));
    return true;
  }

  /** 三四十厘米 is 30 and 40. */
  private boolean neighbours() {
    Matcher pair = at(NEIGHBOURS);
    if (pair == null) {
      return false;
    }
    Units.Found unit = unitAfter(pair.end());
    if (unit == null && pair.group(4).isEmpty()) {
      return false;
    }
    Unit counted = unit == null ? Unit.COUNT : unit.unit();
    int end = unit == null ? pair.end() : unitEnd(pair.end(), unit);
    int start = at;
    for (int digit = 2; digit <= 3; digit++) {
      double value =
          Numerals.value(pair.group(1) + pair.group(digit) + pair.group(4)) * counted.factor();
      if (!Double.isNaN(value)) {
        found.add(new Found(value, value, counted, false, start, end));
      }
    }
    rest.append('#');
    at = end;
    return true;
  }

  private boolean number() {
    Read number = read(at);
    if (number == null) {
      return false;
    }
    if (at > 0 && latin(form.charAt(at - 1))) {
      // M31 is a name.
      copy(number.end() - at);
      return true;
    }
    boolean ordinal = at > 0 && form.charAt(at - 1) == '第';
    Units.Found unit = ordinal ? new Units.Found(Unit.ORDINAL, 0) : unitAfter(number.end());
    double value = number.value();
    int end = unit == null ? number.end() : unitEnd(number.end(), unit);
    Unit counted = unit == null ? Unit.COUNT : unit.unit();
    if (unit == null) {
      Read second = joined(number);
      Units.Found shared = second == null ? null : unitAfter(second.end());
      if (second != null && (shared != null || number.plain())) {
        counted = shared == null ? Unit.COUNT : shared.unit();
        // 30到40万千米 is from 300,000 on.
        value *=
            number.scale() == 1 && value < second.value() / second.scale() ? second.scale() : 1;
        end = number.end();
      }
    }
    if (!number.significant() && counted.equals(Unit.COUNT) && unit == null) {
      return false;
    }
    if (counted.equals(Unit.DECADE)) {
      value = inCentury(value);
    }
    if (unit != null
        && end < form.length()
        && form.charAt(end) == '半'
        && !counted.equals(Unit.COUNT)) {
      value += 0.5;
      end++;
    }
    double signed = negative() ? -value : value;
    boolean indefinite =
        counted.equals(Unit.COUNT) && form.charAt(at) == '一' && number.end() == at + 1;
    Found before = found.isEmpty() ? null : found.getLast();
    end(signed * counted.factor(), signed * counted.factor(), counted, indefinite, end);
    if (before != null
        && counted.equals(Unit.DAY)
        && before.unit().equals(Unit.MONTH)
        && before.end() == found.getLast().start()) {
      double date = before.low() * 100 + signed;
      found.add(new Found(date, date, Unit.DATE, false, before.start(), end));
    }
    return true;
  }

  /** 20世纪80年代 is the 1980s. */
  private double inCentury(double decade) {
    Found last = found.isEmpty() ? null : found.getLast();
    return decade < 100 && last != null && last.unit().equals(Unit.CENTURY) && last.end() == at
        ? (last.low() - 1) * 100 + decade
        : decade;
  }

  private boolean negative() {
    if (form.startsWith("零下", at - 2) || form.startsWith("公元前", at - 3)) {
      return true;
    }
    boolean minus = at > 0 && "-−".indexOf(form.charAt(at - 1)) >= 0;
    return minus && (at == 1 || (!latinOrDigit(form.charAt(at - 2)) && form.charAt(at - 2) != '%'));
  }

  /** The number that a range goes on to. */
  private @Nullable Read joined(Read first) {
    Matcher join = JOINED.matcher(form).region(first.end(), form.length());
    return join.lookingAt() ? read(join.end()) : null;
  }

  /** A numeral without its unit: 1.5亿, 1亿5000万, 300多万, 三千六百. */
  private @Nullable Read read(int start) {
    Matcher arabic = ARABIC.matcher(form).region(start, form.length());
    if (arabic.lookingAt()) {
      return scaled(
          Double.parseDouble(arabic.group().replace(",", "")), arabic.end(), Double.MAX_VALUE);
    }
    Matcher han = HAN.matcher(form).region(start, form.length());
    if (!han.lookingAt()) {
      return null;
    }
    String numeral = han.group();
    double value = Numerals.value(numeral);
    double scale = 1;
    // 一千二百千米: the last 千 belongs to the unit.
    for (int last = numeral.length() - 1; Double.isNaN(value) && last > 0; last--) {
      if (Numerals.SCALES.indexOf(numeral.charAt(last)) < 0) {
        return null;
      }
      scale *= Numerals.scale(numeral.charAt(last));
      value = Numerals.value(numeral.substring(0, last));
    }
    if (Double.isNaN(value)) {
      return null;
    }
    int end = han.end();
    if (end + 1 < form.length()
        && MORE.indexOf(form.charAt(end)) >= 0
        && "万亿".indexOf(form.charAt(end + 1)) >= 0) {
      scale *= Numerals.scale(form.charAt(end + 1));
      end += 2;
    }
    return new Read(value * scale, scale, end, numeral.length() > 1);
  }

  private @Nullable Read scaled(double mantissa, int start, double below) {
    int end = start;
    if (end + 1 < form.length()
        && MORE.indexOf(form.charAt(end)) >= 0
        && Numerals.SCALES.indexOf(form.charAt(end + 1)) >= 0) {
      end++;
    }
    double scale = 1;
    while (end < form.length() && Numerals.SCALES.indexOf(form.charAt(end)) >= 0) {
      scale *= Numerals.scale(form.charAt(end++));
    }
    if (mantissa * scale >= below) {
      return null;
    }
    if (scale >= 1e4) {
      Matcher more = ARABIC.matcher(form).region(end, form.length());
      Read lower =
          more.lookingAt()
              ? scaled(Double.parseDouble(more.group().replace(",", "")), more.end(), scale)
              : null;
      if (lower != null) {
        return new Read(mantissa * scale + lower.value(), 1, lower.end(), true);
      }
    }
    return new Read(mantissa * scale, scale, end, true);
  }

  private Units.@Nullable Found unitAfter(int end) {
    int from = end;
    while (from < form.length()
        && (form.charAt(from) == ' ' || MORE.indexOf(form.charAt(from)) >= 0)) {
      from++;
    }
    return Units.at(form, from);
  }

  private int unitEnd(int numberEnd, Units.Found unit) {
    int from = numberEnd;
    while (from < form.length()
        && unit.length() > 0
        && (form.charAt(from) == ' ' || MORE.indexOf(form.charAt(from)) >= 0)) {
      from++;
    }
    return from + unit.length();
  }

  private static double scale(String characters) {
    return characters.chars().mapToDouble(c -> Numerals.scale((char) c)).reduce(1, (a, b) -> a * b);
  }

  private @Nullable Matcher at(Pattern pattern) {
    Matcher matcher = pattern.matcher(form).region(at, form.length());
    return matcher.lookingAt() ? matcher : null;
  }

  private void end(double low, double high, Unit unit, boolean indefinite, int end) {
    found.add(new Found(low, high, unit, indefinite, at, end));
    rest.append('#');
    at = end;
  }

  private Quantity quantity(Found at) {
    return new Quantity(
        at.low(),
        at.high(),
        at.unit(),
        at.indefinite(),
        around(at),
        form.substring(at.end(), Math.min(form.length(), at.end() + 2)));
  }

  /** The characters of the clause around a number; of the next one too, if it is almost alone. */
  private Set<Integer> around(Found number) {
    Set<Integer> around = new HashSet<>();
    int first = Math.max(0, number.start() - BEFORE);
    for (int i = number.start() - 1; i >= first && !boundary(i); i--) {
      add(i, around);
    }
    int reach = AFTER;
    for (int i = number.end(); i < Math.min(form.length(), number.end() + reach); i++) {
      if (boundary(i)) {
        if (around.size() >= ALMOST_ALONE) {
          break;
        }
        reach = 2 * AFTER;
      }
      add(i, around);
    }
    return around;
  }

  private void add(int i, Set<Integer> characters) {
    char c = form.charAt(i);
    if (Character.isLetter(c) && "的了是约在有为大概达到至和".indexOf(c) < 0) {
      characters.add((int) c);
    }
  }

  private boolean boundary(int i) {
    return BOUNDARY.matcher(form.substring(i, i + 1)).matches();
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean latinOrDigit(char c) {
    return latin(c) || (c >= '0' && c <= '9');
  }

  /**
   * What was found.
   *
   * @param rest the text with a mark in each quantity's place
   */
  record Counted(List<Quantity> quantities, String rest) {
    Counted {
      quantities = List.copyOf(quantities);
    }
  }

  /**
   * A numeral.
   *
   * @param scale of its last part
   * @param significant whether it is a number even where nothing is counted: 十 or 三 may be a part
   *     of any word
   */
  private record Read(double value, double scale, int end, boolean significant) {
    boolean plain() {
      return significant;
    }
  }

  /** A quantity and its place. */
  private record Found(
      double low, double high, Unit unit, boolean indefinite, int start, int end) {}
}
