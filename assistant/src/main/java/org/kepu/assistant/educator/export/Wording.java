package org.kepu.assistant.educator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;

/** What is said of an item in every format. */
public final class Wording {

  private Wording() {}

  /** A letter for the option at a place, from 0. */
  static String letter(int at) {
    return String.valueOf((char) ('A' + at));
  }

  /** The key as a teacher reads it. */
  public static String key(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.key().stream().map(Wording::letter).collect(Collectors.joining());
      case Content.Judgement judgement -> judgement.holds() ? "对" : "错";
      case Content.Blank blank -> String.join(" 或 ", blank.answers()) + blank.unit();
      case Content.Open open -> open.answer();
      case Content.Ordering ordering -> String.join(" → ", ordering.inOrder());
      case Content.Matching matching ->
          matching.pairs().stream()
              .map(pair -> pair.left() + " — " + pair.right())
              .collect(Collectors.joining("；"));
      case Content.Task task -> task.lookFor();
    };
  }

  /** Where it comes from, and which model worded it, if one did. */
  public static String source(Item item) {
    String places = places(item);
    return item.author().isEmpty()
        ? places
        : places + "；本题由语言模型 " + item.author().replaceFirst("^llm:", "") + " 撰写";
  }

  private static String places(Item item) {
    return item.evidence().stream()
        .map(Wording::source)
        .distinct()
        .collect(Collectors.joining("；"));
  }

  private static String source(Evidence evidence) {
    return "《%s》“%s”（%s）%s"
        .formatted(
            evidence.title(),
            evidence.heading(),
            evidence.licence(),
            evidence.sources().isEmpty() ? "" : "，参考" + String.join("、", evidence.sources()));
  }

  /** Why the key is right, and where that stands. */
  static String feedback(Item item) {
    return item.explanation() + "\n来源：" + source(item);
  }

  /** Stage, level, difficulty and the standard's concepts. */
  static String alignment(Item item) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                item.alignment().stage().label(),
                item.alignment().bloom().label(),
                item.alignment().difficulty().label()));
    item.alignment().core().forEach(core -> parts.add(core.label()));
    item.alignment().crosscutting().forEach(concept -> parts.add(concept.label()));
    item.alignment().competences().forEach(competence -> parts.add(competence.label()));
    return String.join(" · ", parts);
  }

  /** The places of {@code size} things in an order that is not theirs, the same every time. */
  static List<Integer> mixed(String seed, int size) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    SplittableRandom random = new SplittableRandom(seed.hashCode());
    do {
      for (int i = size - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        Integer moved = order.get(i);
        order.set(i, order.get(other));
        order.set(other, moved);
      }
    } while (size > 2 && IntStream.range(0, size).allMatch(i -> order.get(i) == i));
    return order;
  }
}
