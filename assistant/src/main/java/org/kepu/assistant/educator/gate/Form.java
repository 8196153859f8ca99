package org.kepu.assistant.educator.gate;

import java.util.List;
import java.util.Optional;
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

  /** Short options differ by a character or two without meaning anything. */
  private static final int TELLING_LENGTH = 8;

  private static final Pattern DIGIT = Pattern.compile("\\d");
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
    List<String> right = options.stream().filter(Option::right).map(Option::text).toList();
    return choice.key().size() > 1
        ? Optional.empty()
        : told(stem, right).or(() -> standsOut(options, right.getFirst()));
  }

  /** The stem says the answer. */
  private static Optional<Objection> told(String stem, List<String> answers) {
    return answers.stream()
        .filter(answer -> answer.length() > 1 && stem.contains(answer))
        .findFirst()
        .map(answer -> new Objection(Reason.GIVEAWAY, answer));
  }

  private static Optional<Objection> standsOut(List<Option> options, String right) {
    List<Integer> others =
        options.stream().filter(o -> !o.right()).map(o -> o.text().length()).toList();
    int longest = others.stream().mapToInt(Integer::intValue).max().orElse(1);
    int shortest = others.stream().mapToInt(Integer::intValue).min().orElse(1);
    boolean tells =
        Math.max(right.length(), longest) >= TELLING_LENGTH
            && (right.length() > STANDS_OUT * longest || right.length() * STANDS_OUT < shortest);
    return tells ? Optional.of(new Objection(Reason.GIVEAWAY, right)) : Optional.empty();
  }

  /** A left side that says its right side joins itself. */
  private static Optional<Objection> matching(Content.Matching matching) {
    return matching.pairs().stream()
        .filter(pair -> pair.left().contains(pair.right()))
        .findFirst()
        .map(pair -> new Objection(Reason.GIVEAWAY, pair.left()));
  }
}
