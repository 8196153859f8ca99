package org.kepu.evaluation.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.evaluation.items.Pools.Pool;

/** Sheets for a person to read items from, the same for the same seed. */
final class Reading {

  private Reading() {}

  /** So many items, each with its key and its source behind it. */
  static List<String> sheet(List<Item> items, int count, long seed) {
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(count, shuffled.size()); i++) {
      lines.add("%d. %s".formatted(i + 1, shown(shuffled.get(i))));
    }
    return lines;
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
}
