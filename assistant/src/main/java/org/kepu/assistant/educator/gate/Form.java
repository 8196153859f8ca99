package org.kepu.assistant.educator.gate;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Choice;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/** How an item looks: whether its words alone tell what is right. */
final class Form {

  private static final int SHORTEST_STEM = 6;
  private static final int LONGEST_STEM = 90;

  /** A right option this much longer or shorter than all others stands out. */
  private static final double STANDS_OUT = 1.8;

  /** The same where several are right: each of them longer, or shorter, than every wrong one. */
  private static final double ALL_STAND_OUT = 1.4;

  /** Short options differ by a character or two without meaning anything. */
  private static final int LEAST_DIFFERENCE = 3;

  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** What stands behind an option's number; 万 and 亿 belong to the number. */
  private static final Pattern UNIT = Pattern.compile("^.*\\d[万亿多余来]*");

  /** The kind of thing that a stem asks for: 什么角？, 哪一种鸟？ */
  private static final Pattern ASKED_KIND =
      Pattern.compile("(?:什么|哪一?[种类个只座条颗位])(?<kind>\\p{IsHan}{1,4})？$");

  private static final Pattern BROKEN =
      Pattern.compile("，，|。。|？？|，？|，。|、？|、。|\\[|\\]|\\(|%s|^[，。、；：]|（）|undefined|null");

  private Form() {}

  static Optional<Objection> objection(Item item) {
    String stem = item.stem();
    if (stem.length() < SHORTEST_STEM
        || stem.length() > LONGEST_STEM
        || BROKEN.matcher(stem.replace("？请", "")).find()) {
      return Optional.of(new Objection(Reason.FORM, stem));
    }
    return switch (item.content()) {
      case Choice choice -> choice(stem, choice);
      case Content.Blank blank -> told(stem, blank.answers());
      case Content.Judgement judgement -> Optional.empty();
      case Content.Open open -> Optional.empty();
      case Content.Ordering ordering -> Optional.empty();
      case Content.Matching matching -> matching(matching);
      case Content.Task task -> Optional.empty();
    };
  }

  private static Optional<Objection> choice(String stem, Choice choice) {
    List<Option> options = choice.options();
    if (options.stream().allMatch(Option::right)) {
      return Optional.of(new Objection(Reason.GIVEAWAY, stem));
    }
    long withDigits =
        options.stream().filter(option -> DIGIT.matcher(option.text()).find()).count();
    if (choice.key().size() == 1 && withDigits > 0 && withDigits < options.size()) {
      return Optional.of(new Objection(Reason.FORM, options.getFirst().text()));
    }
    List<String> right = texts(options, true);
    List<String> wrong = texts(options, false);
    return choice.key().size() > 1
        ? standOut(right, wrong, ALL_STAND_OUT)
        : told(stem, right)
            .or(() -> standOut(right, wrong, STANDS_OUT))
            .or(() -> oddEnding(stem, right.getFirst(), wrong));
  }

  private static List<String> texts(List<Option> options, boolean right) {
    return options.stream().filter(option -> option.right() == right).map(Option::text).toList();
  }

  /** The stem says the answer. */
  private static Optional<Objection> told(String stem, List<String> answers) {
    return answers.stream()
        .filter(answer -> answer.length() > 1 && stem.contains(answer))
        .findFirst()
        .map(answer -> new Objection(Reason.GIVEAWAY, answer));
  }

  /** All right options are longer than all wrong ones, or shorter, and clearly so. */
  private static Optional<Objection> standOut(
      List<String> right, List<String> wrong, double factor) {
    IntSummaryStatistics ours = right.stream().mapToInt(String::length).summaryStatistics();
    IntSummaryStatistics others = wrong.stream().mapToInt(String::length).summaryStatistics();
    return longer(ours, others, factor) || longer(others, ours, factor)
        ? Optional.of(new Objection(Reason.GIVEAWAY, right.getFirst()))
        : Optional.empty();
  }

  private static boolean longer(
      IntSummaryStatistics these, IntSummaryStatistics those, double factor) {
    return these.getMin() > factor * those.getMax()
        && these.getMin() - those.getMax() >= LEAST_DIFFERENCE;
  }

  /** Only one option goes with the stem: by its unit, or as the kind of thing that is asked for. */
  private static Optional<Objection> oddEnding(String stem, String right, List<String> wrong) {
    String unit = unit(right);
    boolean otherUnit = wrong.stream().noneMatch(option -> unit(option).equals(unit));
    Matcher asked = ASKED_KIND.matcher(stem);
    boolean onlyOfThatKind = false;
    if (asked.find()) {
      String kind = asked.group("kind").substring(asked.group("kind").length() - 1);
      onlyOfThatKind =
          right.endsWith(kind) && wrong.stream().noneMatch(option -> option.endsWith(kind));
    }
    return otherUnit || onlyOfThatKind
        ? Optional.of(new Objection(Reason.GIVEAWAY, right))
        : Optional.empty();
  }

  /** Empty for an option without a number. */
  private static String unit(String option) {
    return DIGIT.matcher(option).find() ? UNIT.matcher(option).replaceFirst("") : "";
  }

  /** A left side that says its right side joins itself. */
  private static Optional<Objection> matching(Content.Matching matching) {
    return matching.pairs().stream()
        .filter(pair -> pair.left().contains(pair.right()))
        .findFirst()
        .map(pair -> new Objection(Reason.GIVEAWAY, pair.left()));
  }
}
