package org.kepu.evaluation.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.evaluation.items.Pools.Pool;

/** Sheets for a person to read items from, the same for the same seed. */
final class Reading {

  private Reading() {}

  /** So many items in an order drawn by the seed. */
  static List<Item> drawn(List<Item> items, int count, long seed) {
    return shuffled(items, seed).subList(0, Math.min(count, items.size()));
  }

  /** Each item with its key and its source behind it. */
  static List<String> sheet(List<Item> drawn) {
    return numbered(drawn, (item, number) -> shown(item));
  }

  /**
   * Each item as a pupil sees it: without key, explanation or source, for who answers first and
   * looks up afterwards. Numbers are those of the {@link #sheet}.
   */
  static List<String> blindSheet(List<Item> drawn, long seed) {
    return numbered(
        drawn,
        (item, number) ->
            "[%s, %s] %s%n%s"
                .formatted(
                    item.kind().label(),
                    item.alignment().stage().label(),
                    item.stem(),
                    belowWithoutKey(item.content(), seed + number)));
  }

  private static List<String> numbered(List<Item> drawn, BiFunction<Item, Integer, String> shown) {
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= drawn.size(); number++) {
      lines.add("%d. %s".formatted(number, shown.apply(drawn.get(number - 1), number)));
    }
    return lines;
  }

  private static <T> List<T> shuffled(List<T> things, long seed) {
    List<T> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** Every refused item with what the gates said. */
  static List<String> refused(List<Pool> pools) {
    return pools.stream()
        .flatMap(pool -> pool.judged().stream())
        .filter(judged -> !judged.sound())
        .map(Reading::refused)
        .toList();
  }

  private static String refused(Judged judged) {
    String reasons =
        judged.objections().stream()
            .map(objection -> objection.reason().code() + ": " + objection.what())
            .collect(Collectors.joining("; "));
    return "%s%n    refused: %s".formatted(shown(judged.item()), reasons.replace('\n', ' '));
  }

  private static String shown(Item item) {
    Evidence first = item.evidence().getFirst();
    return "[%s, %s, %s, %s] %s%n%s%n    source: %s @%d-%d: %s"
        .formatted(
            item.kind().label(),
            item.alignment().stage().label(),
            item.alignment().bloom().label(),
            item.alignment().core().getFirst().label(),
            item.stem(),
            below(item.content()),
            first.section(),
            first.start(),
            first.end(),
            item.evidence().stream().map(Evidence::quote).collect(Collectors.joining(" ‖ ")));
  }

  private static String below(Content content) {
    return switch (content) {
      case Content.Choice choice ->
          choice.options().stream()
              .map(option -> (option.right() ? "    ✓ " : "    · ") + option.text())
              .collect(Collectors.joining("\n"));
      case Content.Judgement judgement -> "    ✓ " + (judgement.holds() ? "对" : "错");
      case Content.Blank blank -> "    ✓ %s %s".formatted(blank.answers(), blank.unit());
      case Content.Open open ->
          "    ✓ "
              + open.answer()
              + open.points().stream().map(p -> "\n      + " + p).collect(Collectors.joining());
      case Content.Ordering ordering -> "    ✓ " + String.join(" → ", ordering.inOrder());
      case Content.Matching matching ->
          matching.pairs().stream()
              .map(pair -> "    ✓ " + pair.left() + " — " + pair.right())
              .collect(Collectors.joining("\n"));
      case Content.Task task ->
          "    材料：%s；步骤：%s；看：%s"
              .formatted(task.materials(), String.join(" / ", task.steps()), task.lookFor());
    };
  }

  private static String belowWithoutKey(Content content, long seed) {
    return switch (content) {
      case Content.Choice choice -> lines(choice.options().stream().map(Content.Option::text));
      case Content.Judgement judgement -> lines(Stream.of("对", "错"));
      case Content.Blank blank -> lines(Stream.of("____" + blank.unit()));
      case Content.Open open -> lines(Stream.of("____"));
      case Content.Ordering ordering -> lines(shuffled(ordering.inOrder(), seed).stream());
      case Content.Matching matching ->
          lines(
              Stream.concat(
                  matching.pairs().stream().map(pair -> pair.left() + " —"),
                  shuffled(matching.pairs(), seed).stream().map(pair -> "— " + pair.right())));
      case Content.Task task ->
          lines(
              Stream.concat(
                  task.materials().stream().map(material -> "材料：" + material),
                  task.steps().stream()));
    };
  }

  private static String lines(Stream<String> texts) {
    return texts.map(text -> "    · " + text).collect(Collectors.joining("\n"));
  }
}
