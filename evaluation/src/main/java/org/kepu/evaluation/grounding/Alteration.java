package org.kepu.evaluation.grounding;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.taxon.Concept;

/**
 * Changes one thing in a sentence, so that it no longer says what its source says: a number, a
 * unit, a date, a name. Every change is seen by a reader who holds the source beside it.
 */
final class Alteration {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.A-Za-z])\\d+(?:\\.\\d+)?(?![\\d.A-Za-z])");
  private static final Pattern HAN_NUMBER =
      Pattern.compile(
          "[一二两三四五六七八九]?[十百千][一二三四五六七八九零十百]*(?=[个只头条颗种年天次块米度岁倍])|[两三四五六七八九](?=[个只头条颗种次块根枚倍年天]|千米|厘米)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?=年(?!前))");
  private static final Pattern MONTH = Pattern.compile("(?<![\\d个～到至])\\d{1,2}(?=月)");
  private static final Pattern DAY = Pattern.compile("(?<=月)\\d{1,2}(?=日)");
  private static final Pattern CENTURY = Pattern.compile("(?<!\\d)\\d{1,2}(?=世纪)");
  private static final Pattern SCALE = Pattern.compile("(?<=\\d)多?[万亿](?!一)");
  private static final Pattern LATIN = Pattern.compile("(?<![A-Za-z])[A-Za-z]{5,}(?![A-Za-z])");
  private static final RuleBasedNumberFormat HAN =
      new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);

  private static final List<List<String>> UNITS =
      List.of(
          List.of("千米", "米", "厘米", "光年"),
          List.of("厘米", "毫米", "米", "千米"),
          List.of("毫米", "厘米", "微米", "米"),
          List.of("公里", "米", "光年"),
          List.of("光年", "千米", "天文单位"),
          List.of("天文单位", "光年", "千米"),
          List.of("米", "千米", "厘米", "毫米"),
          List.of("千克", "克", "吨"),
          List.of("公斤", "克", "吨"),
          List.of("吨", "千克", "克"),
          List.of("克", "千克", "毫克"),
          List.of("小时", "分钟", "天", "秒"),
          List.of("分钟", "秒", "小时"),
          List.of("秒", "分钟", "小时"),
          List.of("天", "年", "小时", "个月"),
          List.of("个月", "年", "天"),
          List.of("年", "天", "个月", "个世纪"),
          List.of("岁", "个月", "天"),
          List.of("平方千米", "平方米", "公顷"),
          List.of("公顷", "平方千米", "亩"),
          List.of("倍", "%", "米"),
          List.of("%", "倍", "‰"),
          List.of("升", "毫升", "立方米"),
          List.of("级", "倍"));

  private static final List<List<String>> OTHERS =
      List.of(
          List.of(
              "英国", "法国", "德国", "美国", "日本", "意大利", "荷兰", "俄罗斯", "印度", "埃及", "澳大利亚", "巴西", "加拿大",
              "墨西哥", "肯尼亚", "智利"),
          List.of("北京", "上海", "南京", "西安", "成都", "杭州", "昆明", "广州", "兰州", "哈尔滨"),
          List.of(
              "青海", "云南", "四川", "新疆", "西藏", "江苏", "湖北", "湖南", "河南", "河北", "辽宁", "山东", "海南", "内蒙古"),
          List.of("亚洲", "欧洲", "非洲", "北美洲", "南美洲", "大洋洲", "南极洲"),
          List.of("太平洋", "大西洋", "印度洋", "北冰洋"),
          List.of(
              "伽利略", "哥白尼", "开普勒", "牛顿", "第谷", "哈雷", "赫歇尔", "爱因斯坦", "哈勃", "达尔文", "林奈", "郭守敬", "张衡",
              "祖冲之", "沈括", "大卫", "惠更斯", "卡西尼", "魏格纳", "孟德尔"));

  private static final List<String[]> FLIPS =
      List.of(
          new String[] {"不会", "会"},
          new String[] {"不能", "能"},
          new String[] {"不是", "是"},
          new String[] {"没有", "有"},
          new String[] {"并不", ""},
          new String[] {"最大", "最小"},
          new String[] {"最早", "最晚"},
          new String[] {"最高", "最低"},
          new String[] {"最亮", "最暗"},
          new String[] {"以上", "以下"},
          new String[] {"超过", "不到"},
          new String[] {"大于", "小于"},
          new String[] {"以前", "以后"},
          new String[] {"增加", "减少"},
          new String[] {"雄性", "雌性"},
          new String[] {"北半球", "南半球"});

  private final List<Concept> concepts;
  private final RandomGenerator random;

  Alteration(List<Concept> concepts, RandomGenerator random) {
    this.concepts = concepts;
    this.random = random;
  }

  /** The kinds of change that count, in an order that is the same on every run. */
  Map<String, Change> kinds() {
    Map<String, Change> kinds = new LinkedHashMap<>();
    kinds.put("number: a digit", (text, source) -> number(text, this::otherDigit));
    kinds.put(
        "number: ten times",
        (text, source) -> number(text, n -> Rephrasing.plain(Double.parseDouble(n) * 10)));
    kinds.put(
        "number: one more",
        (text, source) -> number(text, n -> Rephrasing.plain(Double.parseDouble(n) + 1)));
    kinds.put("number: a neighbour's", this::neighbours);
    kinds.put("number: in Han", (text, source) -> replaced(text, HAN_NUMBER, this::otherHan));
    kinds.put(
        "number: its scale",
        (text, source) ->
            replaced(text, SCALE, s -> s.replace('万', '@').replace('亿', '万').replace('@', '亿')));
    kinds.put("unit", (text, source) -> unit(text));
    kinds.put("date: year", (text, source) -> replaced(text, YEAR, this::otherYear));
    kinds.put("date: month", (text, source) -> replaced(text, MONTH, m -> upTo(12)));
    kinds.put("date: day", (text, source) -> replaced(text, DAY, d -> upTo(28)));
    kinds.put("date: century", (text, source) -> replaced(text, CENTURY, c -> upTo(21)));
    kinds.put("name: of a thing", (text, source) -> concept(text));
    kinds.put("name: of a place or person", (text, source) -> placeOrPerson(text));
    kinds.put("name: Latin", (text, source) -> latin(text));
    return kinds;
  }

  /** A sentence turned into its opposite. */
  Optional<String> flipped(String text) {
    List<String> flipped = new ArrayList<>();
    for (String[] pair : FLIPS) {
      if (text.contains(pair[0])) {
        flipped.add(text.replaceFirst(pair[0], pair[1]));
      } else if (!pair[1].isEmpty() && pair[1].length() > 1 && text.contains(pair[1])) {
        flipped.add(text.replaceFirst(pair[1], pair[0]));
      }
    }
    return any(flipped);
  }

  private Optional<String> number(String text, Function<String, @Nullable String> change) {
    return replaced(text, NUMBER, change);
  }

  /** One of the matches, changed. */
  private Optional<String> replaced(
      String text, Pattern pattern, Function<String, @Nullable String> change) {
    List<MatchResult> matches = pattern.matcher(text).results().toList();
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    MatchResult match = matches.get(random.nextInt(matches.size()));
    String other = change.apply(match.group());
    return other == null || other.equals(match.group())
        ? Optional.empty()
        : Optional.of(text.substring(0, match.start()) + other + text.substring(match.end()));
  }

  private String otherDigit(String number) {
    int at = random.nextInt(number.length());
    if (number.charAt(at) == '.') {
      at = 0;
    }
    char digit = (char) ('1' + random.nextInt(9));
    return number.substring(0, at) + digit + number.substring(at + 1);
  }

  private @Nullable String otherHan(String numeral) {
    try {
      long value = HAN.parse(numeral.replace('两', '二')).longValue();
      long other =
          value < 10
              ? 2 + random.nextInt(8)
              : value + (random.nextBoolean() ? 1L : 10L) * (1 + random.nextInt(8));
      return other == value ? null : HAN.format(other);
    } catch (java.text.ParseException e) {
      return null;
    }
  }

  private String otherYear(String year) {
    int value = Integer.parseInt(year);
    int[] shifts = {-100, -10, -3, -1, 1, 2, 10, 100};
    return Integer.toString(value + shifts[random.nextInt(shifts.length)]);
  }

  private String upTo(int most) {
    return Integer.toString(1 + random.nextInt(most));
  }

  /** A number of the same unit that the source gives for something else. */
  private Optional<String> neighbours(String text, String source) {
    Pattern measured =
        Pattern.compile(
            "(?<![\\d.])(\\d+(?:\\.\\d+)?)([万亿]?)(千米|厘米|毫米|米|光年|年前|年|千克|吨|克|天|小时|分钟|℃|度|%|种|头|只|颗|个|倍)");
    List<MatchResult> here = measured.matcher(text).results().toList();
    List<String> swapped = new ArrayList<>();
    for (MatchResult number : here) {
      measured
          .matcher(source)
          .results()
          .filter(other -> other.group(3).equals(number.group(3)))
          .filter(other -> !text.contains(other.group()) && value(other) != value(number))
          .forEach(
              other ->
                  swapped.add(
                      text.substring(0, number.start())
                          + other.group()
                          + text.substring(number.end())));
    }
    return any(swapped);
  }

  private static double value(MatchResult measured) {
    double scale =
        switch (measured.group(2)) {
          case "万" -> 1e4;
          case "亿" -> 1e8;
          default -> 1;
        };
    return Double.parseDouble(measured.group(1)) * scale;
  }

  private Optional<String> unit(String text) {
    List<String> altered = new ArrayList<>();
    for (List<String> units : UNITS) {
      Matcher unit =
          Pattern.compile(
                  "(?<=[\\d万亿])"
                      + units.getFirst()
                      + (units.getFirst().equals("年") ? "(?![代月])" : ""))
              .matcher(text);
      if (unit.find()) {
        boolean year =
            units.getFirst().equals("年")
                && text.substring(0, unit.start()).matches("(?s).*(?<!\\d)\\d{4}");
        if (!year) {
          String other = units.get(1 + random.nextInt(units.size() - 1));
          altered.add(text.substring(0, unit.start()) + other + text.substring(unit.end()));
        }
      }
    }
    return any(altered);
  }

  private Optional<String> concept(String text) {
    List<String> altered = new ArrayList<>();
    for (Concept concept : concepts) {
      int at = text.indexOf(concept.name());
      if (at >= 0 && concept.name().length() > 1 && whole(text, at, concept.name().length())) {
        List<Concept> others =
            concepts.stream()
                .filter(other -> other.kind() == concept.kind())
                .filter(other -> other.name().length() > 1 && !text.contains(other.name()))
                .filter(
                    other ->
                        !other.name().contains(concept.name())
                            && !concept.name().contains(other.name()))
                .toList();
        if (!others.isEmpty()) {
          altered.add(
              text.replace(concept.name(), others.get(random.nextInt(others.size())).name()));
        }
      }
    }
    return any(altered);
  }

  /** No longer name of another concept stands there. */
  private boolean whole(String text, int at, int length) {
    return concepts.stream()
        .flatMap(concept -> Stream.concat(Stream.of(concept.name()), concept.common().stream()))
        .filter(name -> name.length() > length)
        .noneMatch(
            name -> {
              int other = text.indexOf(name);
              return other >= 0 && other <= at && at + length <= other + name.length();
            });
  }

  private Optional<String> placeOrPerson(String text) {
    List<String> altered = new ArrayList<>();
    for (List<String> group : OTHERS) {
      for (String name : group) {
        if (text.contains(name) && whole(text, text.indexOf(name), name.length())) {
          List<String> others = group.stream().filter(other -> !text.contains(other)).toList();
          altered.add(text.replace(name, others.get(random.nextInt(others.size()))));
        }
      }
    }
    return any(altered);
  }

  private Optional<String> latin(String text) {
    return replaced(
        text,
        LATIN,
        word -> {
          List<String> epithets =
              concepts.stream()
                  .flatMap(concept -> concept.scientific().stream())
                  .flatMap(name -> Stream.of(name.split(" ")))
                  .filter(other -> other.length() > 4 && !text.contains(other))
                  .toList();
          return epithets.get(random.nextInt(epithets.size()));
        });
  }

  private Optional<String> any(List<String> texts) {
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.get(random.nextInt(texts.size())));
  }

  /** A change of one kind; empty where the sentence has nothing of the kind. */
  interface Change {
    Optional<String> of(String text, String source);
  }
}
