package org.kepu.evaluation.grounding;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts a sentence in other words without changing what it says, by patterns that were written for
 * this: other numerals, other units, other words, another order, a frame around it.
 */
final class Rephrasing {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.A-Za-z])\\d+(?:\\.\\d+)?(?![\\d.A-Za-z])");
  private static final RuleBasedNumberFormat HAN =
      new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  private static final List<String> FRAMES =
      List.of(
          "原来，%s",
          "简单地说，%s",
          "资料里说，%s",
          "其实%s",
          "科学家发现，%s",
          "据介绍，%s",
          "可以这样理解：%s",
          "值得一提，%s",
          "答案是：%s",
          "从资料看，%s");

  private static final List<String[]> WORDS =
      List.of(
          new String[] {"因为", "由于"},
          new String[] {"所以", "因此"},
          new String[] {"大约", "约"},
          new String[] {"大约", "差不多"},
          new String[] {"生活在", "栖息在"},
          new String[] {"叫做", "称为"},
          new String[] {"可以", "能够"},
          new String[] {"大多", "多数"},
          new String[] {"非常", "十分"},
          new String[] {"常常", "经常"},
          new String[] {"其中", "当中"},
          new String[] {"但是", "不过"},
          new String[] {"并且", "而且"},
          new String[] {"主要", "主要是"},
          new String[] {"已经", "已"},
          new String[] {"如果", "要是"},
          new String[] {"看见", "看到"},
          new String[] {"通常", "一般"},
          new String[] {"或者", "或"},
          new String[] {"以及", "和"},
          new String[] {"现在", "如今"},
          new String[] {"地方", "地区"},
          new String[] {"开始", "起初"},
          new String[] {"左右", "上下"},
          new String[] {"每年", "年年"},
          new String[] {"全世界", "全球"},
          new String[] {"人们", "大家"},
          new String[] {"形成", "生成"},
          new String[] {"发现", "找到"},
          new String[] {"最大的", "最大"},
          new String[] {"因而", "所以"},
          new String[] {"才能", "才可以"});

  private static final List<String[]> UNITS =
      List.of(
          new String[] {"平方千米", "平方公里"},
          new String[] {"(?<!平方|立方)千米", "公里"},
          new String[] {"千克", "公斤"},
          new String[] {"℃", "摄氏度"},
          new String[] {"摄氏度", "℃"},
          new String[] {"(?<=\\d)个?小时", "个小时"},
          new String[] {"个月", " 个月"});

  private Rephrasing() {}

  /** All ways, by name. A way that does not fit a sentence leaves it as it is. */
  static List<Way> ways() {
    return List.of(
        new Way("as it stands", (text, random) -> text),
        new Way("in a frame", Rephrasing::framed),
        new Way("in other words", (text, random) -> worded(text)),
        new Way("Han numerals", (text, random) -> inHan(text)),
        new Way("digits", (text, random) -> inDigits(text)),
        new Way("other units", (text, random) -> otherUnits(text)),
        new Way("converted", (text, random) -> converted(text)),
        new Way("percent", (text, random) -> percent(text)),
        new Way("range", (text, random) -> ranges(text)),
        new Way("clauses reordered", (text, random) -> reordered(text)),
        new Way("a clause left out", Rephrasing::shortened),
        new Way("full width", (text, random) -> fullWidth(text)),
        new Way("Traditional", (text, random) -> TRADITIONAL.transliterate(text)),
        new Way("spaced", (text, random) -> spaced(text)),
        new Way(
            "much at once",
            (text, random) ->
                framed(worded(reordered(shortened(inHan(otherUnits(text)), random))), random)),
        new Way("words and frame", (text, random) -> framed(worded(otherUnits(text)), random)));
  }

  private static String framed(String text, RandomGenerator random) {
    return FRAMES.get(random.nextInt(FRAMES.size())).formatted(text);
  }

  private static String worded(String text) {
    String said = text;
    for (String[] pair : WORDS) {
      said = said.replaceFirst(pair[0], pair[1]);
    }
    return said;
  }

  private static String inHan(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            match -> {
              String after = text.substring(match.end());
              boolean year = match.group().length() == 4 && after.startsWith("年");
              double value = Double.parseDouble(match.group());
              return year
                  ? HAN.format((long) value, "%spellout-numbering-year")
                  : HAN.format(value);
            });
  }

  /** 38.4万 as 384000. */
  private static String inDigits(String text) {
    return Pattern.compile("(?<![\\d.～到至-])(\\d+(?:\\.\\d+)?)([万亿])(?=千米|公里|年|吨|平方|种|头|只|颗|个|米)")
        .matcher(text)
        .replaceAll(
            match ->
                plain(
                    Double.parseDouble(match.group(1)) * (match.group(2).equals("万") ? 1e4 : 1e8)));
  }

  private static String otherUnits(String text) {
    String said = text;
    for (String[] pair : UNITS) {
      String changed = said.replaceAll(pair[0], pair[1]);
      if (!changed.equals(said)) {
        return changed;
      }
    }
    return said;
  }

  private static String converted(String text) {
    for (Conversion conversion : Conversion.ALL) {
      MatchResult number =
          Pattern.compile("(?<![\\d.～到至-])(\\d+(?:\\.\\d+)?)" + conversion.from())
              .matcher(text)
              .results()
              .findFirst()
              .orElse(null);
      if (number != null) {
        double value = Double.parseDouble(number.group(1)) * conversion.factor();
        return text.substring(0, number.start())
            + plain(value)
            + conversion.to()
            + text.substring(number.end());
      }
    }
    return text;
  }

  private static String percent(String text) {
    return Pattern.compile("(\\d+(?:\\.\\d+)?)[%％]")
        .matcher(text)
        .replaceAll(match -> "百分之" + HAN.format(Double.parseDouble(match.group(1))));
  }

  private static String ranges(String text) {
    return text.replaceAll("(?<=[\\d万亿])(?:到|至|～)(?=\\d)", "—");
  }

  /** The clauses in another order, where each can stand by itself. */
  private static String reordered(String text) {
    String[] clauses = text.replaceAll("[。！]$", "").split("，");
    if (clauses.length < 2 || text.contains("“") || text.contains("（")) {
      return text;
    }
    StringBuilder said = new StringBuilder(clauses[clauses.length - 1]);
    for (int i = 0; i < clauses.length - 1; i++) {
      said.append('，').append(clauses[i]);
    }
    return said.append('。').toString();
  }

  private static String shortened(String text, RandomGenerator random) {
    String[] clauses = text.replaceAll("[。！]$", "").split("，");
    if (clauses.length < 3) {
      return text;
    }
    int out = 1 + random.nextInt(clauses.length - 1);
    StringBuilder said = new StringBuilder(clauses[0]);
    for (int i = 1; i < clauses.length; i++) {
      if (i != out) {
        said.append('，').append(clauses[i]);
      }
    }
    return said.append('。').toString();
  }

  private static String fullWidth(String text) {
    return text.codePoints()
        .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c == '%' ? '％' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String spaced(String text) {
    return text.replaceAll("(\\d+(?:\\.\\d+)?)(?=[\\p{IsHan}])", " $1 ");
  }

  /** A number without an exponent or needless zeros. */
  static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros().toPlainString();
  }

  /** A way to say it otherwise. */
  record Way(String name, BiFunction<String, RandomGenerator, String> change) {
    String of(String text, RandomGenerator random) {
      return change.apply(text, random);
    }
  }

  /** A unit and another of the same kind. */
  private record Conversion(String from, String to, double factor) {
    static final List<Conversion> ALL =
        List.of(
            new Conversion("千米", "米", 1_000),
            new Conversion("吨", "千克", 1_000),
            new Conversion("(?<!平方|立方)米(?!粒)", "厘米", 100),
            new Conversion("厘米", "毫米", 10),
            new Conversion("千克", "克", 1_000),
            new Conversion("个?小时", "分钟", 60));
  }
}
