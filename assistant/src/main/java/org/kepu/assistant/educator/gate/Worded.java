package org.kepu.assistant.educator.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Content.Pair;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

/**
 * Finds what can be checked of an item whose maker says nothing of it, a person: the statements
 * that its stem makes with its options.
 */
final class Worded {

  private static final Pattern ASKING = Pattern.compile("多少|什么时候|什么|哪一?[年个种颗位座国天]|谁|几");

  private static final Pattern YEAR = Pattern.compile("\\d{3,4}年");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** What goes before an answer in a task's notes: 能说出：, or 标出的不同与资料相符：. */
  private static final Pattern LEAD = Pattern.compile("^[^：。]{1,20}：");

  /** Options this long are statements by themselves. */
  private static final int STATEMENT = 8;

  /** So many characters behind a denial that was taken away: 不是植物. */
  private static final int DENIED = 3;

  private Worded() {}

  static Draft draft(Item item) {
    String stem = item.stem();
    return switch (item.content()) {
      case Content.Choice choice -> choice(item, choice);
      case Content.Judgement judgement ->
          judgement.holds()
              ? new Draft(item, List.of(stem), List.of(), List.of())
              : new Draft(
                  item, List.of(), List.of(new Denied(stem, stem, changed(stem, item))), List.of());
      case Content.Blank blank ->
          new Draft(
              item,
              List.of(statement(stem, blank.answers().getFirst() + blank.unit())),
              List.of(),
              List.of(new Reread(stem, blank.answers().getFirst())));
      case Content.Open open ->
          new Draft(
              item,
              Stream.concat(Stream.of(open.answer()), open.points().stream()).toList(),
              List.of(),
              List.of(new Reread(stem, first(item))));
      case Content.Ordering ordering ->
          new Draft(item, quotes(item), List.of(), years(item, ordering.inOrder()));
      case Content.Matching matching -> matching(item, matching.pairs());
      case Content.Task task ->
          new Draft(
              item,
              List.of(LEAD.matcher(task.lookFor()).replaceFirst("")),
              List.of(),
              List.of(new Reread(LEAD.matcher(stem).replaceFirst(""), first(item))));
    };
  }

  private static Draft choice(Item item, Content.Choice choice) {
    boolean statements =
        item.kind() == Kind.MULTIPLE_CHOICE
            && choice.options().stream().allMatch(option -> option.text().length() >= STATEMENT);
    List<String> asserted = new ArrayList<>();
    List<Denied> denied = new ArrayList<>();
    List<Reread> rereads = new ArrayList<>();
    for (Option option : choice.options()) {
      String text = option.text();
      String statement = statements ? text + "。" : statement(item.stem(), text);
      if (!option.right()) {
        boolean number = DIGIT.matcher(text).find();
        denied.add(
            new Denied(text, statement, statements ? changed(text, item) : number ? "" : text));
      } else {
        asserted.add(statement);
        if (!statements) {
          rereads.add(new Reread(item.stem(), text));
        }
      }
    }
    return new Draft(item, asserted, denied, rereads);
  }

  private static Draft matching(Item item, List<Pair> pairs) {
    List<String> asserted = new ArrayList<>();
    List<Denied> denied = new ArrayList<>();
    List<Reread> rereads = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean year = YEAR.matcher(pair.right()).matches();
      asserted.add(joined(pair.left(), pair.right()));
      rereads.add(new Reread(pair.left() + (year ? "，是在哪一年？" : "叫什么？"), pair.right()));
      for (Pair other : pairs) {
        if (!other.equals(pair)) {
          denied.add(
              new Denied(
                  other.right(),
                  joined(pair.left(), other.right()),
                  YEAR.matcher(other.right()).matches() ? "" : other.right()));
        }
      }
    }
    return new Draft(item, asserted, denied, rereads);
  }

  private static String joined(String left, String right) {
    return YEAR.matcher(right).matches() ? right + "，" + left + "。" : left + "叫" + right + "。";
  }

  /** The stem with an answer in the place of the words that ask, else behind it. */
  private static String statement(String stem, String answer) {
    String asked = stem.replaceFirst("[？。]?$", "");
    Matcher asking = ASKING.matcher(asked);
    if (!asking.find()) {
      return asked + "：" + answer + "。";
    }
    String before = asked.substring(0, asking.start());
    String after = asked.substring(asking.end());
    String unit = answer.replaceFirst("^.*\\d[万亿多余]*", "");
    return (before.endsWith("约") && answer.startsWith("约")
            ? before.substring(0, before.length() - 1)
            : before)
        + answer
        + (!unit.isEmpty() && after.startsWith(unit) ? after.substring(unit.length()) : after)
        + "。";
  }

  /**
   * The words of a wrong statement that the nearest quoted sentence does not have; where it only
   * lacks a denial, the words that were denied. Empty where it is wrong by a number.
   */
  private static String changed(String statement, Item item) {
    String said = statement.replaceFirst("。$", "");
    return quotes(item).stream()
        .map(quote -> differing(said, quote))
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .filter(words -> !DIGIT.matcher(words).find())
        .orElse("");
  }

  private static String differing(String statement, String quote) {
    int from = 0;
    while (from < statement.length() && quote.contains(statement.substring(0, from + 1))) {
      from++;
    }
    int to = statement.length();
    while (to > from && quote.contains(statement.substring(to - 1))) {
      to--;
    }
    if (from == statement.length()) {
      return statement;
    }
    return to > from
        ? statement.substring(from, to)
        : statement.substring(from, Math.min(from + DENIED, statement.length()));
  }

  /** For each thing that stands in a sentence with one year, that year to be read. */
  private static List<Reread> years(Item item, List<String> things) {
    return things.stream()
        .flatMap(
            thing ->
                quotes(item).stream()
                    .filter(quote -> quote.contains(thing))
                    .flatMap(quote -> onlyYear(quote).stream())
                    .map(year -> new Reread(thing + "，是在哪一年？", year))
                    .limit(1))
        .toList();
  }

  private static Optional<String> onlyYear(String quote) {
    List<String> years =
        YEAR.matcher(quote).results().map(result -> result.group()).distinct().toList();
    return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
  }

  private static List<String> quotes(Item item) {
    return item.evidence().stream().map(Evidence::quote).collect(Collectors.toList());
  }

  private static String first(Item item) {
    return item.evidence().getFirst().quote();
  }
}
