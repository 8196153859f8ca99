package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.knowledge.text.WordBoundaries;

/**
 * A statement made false by one change, which a pupil who knows the thing will notice.
 *
 * @param statement the false statement, without the mark that ends it
 * @param changed the words that make it false; empty where that is a number
 */
record Falsehood(String statement, String changed) {

  Denied denied(String printed) {
    return new Denied(printed, statement + "。", changed);
  }

  private static final Pattern DENIAL =
      Pattern.compile(
          "^(?<subject>[^，。；“”]{2,18}?)(?<![有能是会可])(?<not>并不是|并非|并不|不是|不会|不能|没有|不用|不需要|不属于|不吃)(?<rest>[^，。；]{1,26})");

  private static final Pattern UNDENIABLE =
      Pattern.compile(
          "没有(?:定论|统一|证据|记录|公认|答案|确|足够|完全|人|想|被|一|找|发|任何)|不是[^，]*(?:都|很)|不能(?:只|单|光|靠|确|说|算|完全|肯定)|不是(?:简单|单)|不会(?:马|立|很)|不是(?:同|一)");

  private static final String COUNTS = "两三四五六七八九十";

  private static final Pattern COUNT =
      Pattern.compile(
          "(?<![一二两三四五六七八九十百千万几第零\\d]|至少|最多|不到|不足|超过|多达|少于|多于)[两三四五六七](?=(?:个|对|条|块|颗|大类|部分|层|级|根|种|大板块|片|座|片)(?![一二两三四五六七八九十几多]))");

  /** Who can count sees that A、B和C are no six. */
  private static final Pattern LISTED = Pattern.compile("、[^，；]*[和与及][^，；]*$");

  /** A cold summer is seen to be wrong by anyone. */
  private static final Pattern OF_A_SEASON = Pattern.compile("[冷热寒暑雪冰]|暖和|凉爽|温暖");

  private static final Pattern CENTURY = Pattern.compile("(?<!\\d)\\d{1,2}(?=世纪)");

  private static final List<String[]> OPPOSITES =
      Tables.lines("opposites.tsv").stream().map(line -> line.split("\t", -1)).toList();

  /**
   * The false statements next to {@code segment}, each by another change; empty if none is safe.
   */
  static List<Falsehood> beside(Segment segment, RandomGenerator random) {
    List<Falsehood> all = new ArrayList<>();
    affirmed(segment.text()).ifPresent(all::add);
    otherFigure(segment, random).ifPresent(all::add);
    turned(segment.text()).ifPresent(all::add);
    otherCount(segment.text(), random).ifPresent(all::add);
    otherCentury(segment.text(), random).ifPresent(all::add);
    return all;
  }

  /** 冬虫夏草不是草 → 冬虫夏草是草. */
  static Optional<Falsehood> affirmed(String text) {
    Matcher denial = DENIAL.matcher(text);
    if (!denial.find() || UNDENIABLE.matcher(denial.group()).find()) {
      return Optional.empty();
    }
    String rest = denial.group("rest").replaceFirst("(?<=.{2})(?:，?而是|，而|而).*$", "");
    String not = denial.group("not");
    String affirmed =
        switch (not) {
          case "并不是", "并非", "不是" -> rest.startsWith("都") ? "" : "是";
          case "不会" -> "会";
          case "不能" -> "能";
          case "没有" -> "有";
          case "不用" -> "要用";
          case "不需要" -> "需要";
          case "不属于" -> "属于";
          case "不吃" -> "吃";
          default -> "";
        };
    return rest.matches(".*(?:不|没|[的得]$).*")
        ? Optional.empty()
        : Optional.of(
            new Falsehood(
                denial.group("subject") + affirmed + rest,
                affirmed + rest.substring(0, Math.min(rest.length(), 2))));
  }

  private static Optional<Falsehood> otherFigure(Segment segment, RandomGenerator random) {
    for (Figure figure : Figure.in(segment.text())) {
      if (NumberMaker.likened(segment.text(), figure)) {
        continue;
      }
      // Half-way values look like another source's.
      List<String> wrong = NearFigures.beside(figure, Options.WRONG, random);
      if (!wrong.isEmpty()) {
        String other = wrong.get(random.nextInt(wrong.size()));
        return Optional.of(
            new Falsehood(
                Questions.statement(segment.text(), figure.start(), figure.end(), other)
                    .replaceFirst("。$", ""),
                ""));
      }
    }
    return Optional.empty();
  }

  /** 分为两级 → 分为四级. */
  private static Optional<Falsehood> otherCount(String text, RandomGenerator random) {
    Matcher count = COUNT.matcher(text);
    if (!count.find()
        || COUNT.matcher(text.substring(count.end())).find()
        || LISTED.matcher(text.substring(0, count.start())).find()) {
      return Optional.empty();
    }
    int value = Math.max(COUNTS.indexOf(count.group()), "两".equals(count.group()) ? 0 : -1);
    int other = value + 1 + random.nextInt(3);
    return other < COUNTS.length()
        ? Optional.of(
            new Falsehood(
                text.substring(0, count.start())
                    + COUNTS.charAt(other)
                    + text.substring(count.end()),
                ""))
        : Optional.empty();
  }

  /** 19世纪 → 17世纪. */
  private static Optional<Falsehood> otherCentury(String text, RandomGenerator random) {
    Matcher century = CENTURY.matcher(text);
    if (!century.find()) {
      return Optional.empty();
    }
    int other = Integer.parseInt(century.group()) - 2 - random.nextInt(3);
    return other < 1
        ? Optional.empty()
        : Optional.of(
            new Falsehood(
                text.substring(0, century.start()) + other + text.substring(century.end()), ""));
  }

  private static Optional<Falsehood> turned(String text) {
    WordBoundaries words = new WordBoundaries(text);
    for (String[] pair : OPPOSITES) {
      int first = text.indexOf(pair[0]);
      boolean compound = first > 0 && "小矮类系卫大".indexOf(text.charAt(first - 1)) >= 0;
      boolean once =
          !compound
              && first >= 0
              && text.indexOf(pair[0], first + 1) < 0
              && !text.contains(pair[1]);
      // 最重要 holds no 最重, and nothing has a 最小的特色.
      boolean ofNoSize = text.startsWith("的特", first + pair[0].length());
      boolean evident = pair[0].matches("[春夏秋冬].*") && OF_A_SEASON.matcher(text).find();
      if (once && !ofNoSize && !evident && words.enclose(first, first + pair[0].length())) {
        return Optional.of(
            new Falsehood(
                text.substring(0, first) + pair[1] + text.substring(first + pair[0].length()),
                pair[1]));
      }
    }
    return Optional.empty();
  }
}
