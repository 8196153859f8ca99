package org.kepu.assistant.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.knowledge.text.TextForms;

/**
 * Takes out of a text what tells who somebody is: telephone, ID and card numbers, e-mail addresses,
 * account names. The rest of the question stays, so that it can be answered.
 *
 * <p>A number is taken out only if it is built as such numbers are, so that dates, catalogue
 * numbers and large measures stay. Names and street addresses are not recognised.
 */
public final class PersonalData {

  /** What a number is not if it follows: a measure. */
  private static final String NO_MEASURE =
      "(?!\\d|\\.\\d|\\s*(?:年|月|日|天|秒|分钟|小时|亿|万|千|百|光年|米|公里|千米|厘米|毫米|微米|纳米|吨|千克|公斤|克|度|摄氏|颗|个|种|只|头|条|棵|株|块|次|倍|瓦|焦|赫兹|帕|人|岁|km|kg|m\\b|au\\b|years?|light))";

  private static final String GAP = "[-\\s.·]?";

  /** Where a number begins: not within another, nor after the name of a catalogue. */
  private static final String START =
      "(?<![a-z\\d])(?<!\\d[.,])"
          + "(?<!\\b(?:ngc|ic|hd|hip|hr|sao|tic|kic|epic|koi|toi|gaia|dr[1-9]|2mass|psr|grb|iras|gj|ugc|pgc|source|id)[-\\s]{0,2})";

  private static final Rule EMAIL =
      rule("［邮箱］", "[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,18}");

  private static final Rule ACCOUNT =
      rule(
          "［账号］",
          "(?:微信|微信号|wechat|vx|v信|qq|qq号|护照|护照号|passport)(?:号码|号|是|为|id|number|no\\.?|is|[:：,，\\s])*"
              + "(?<id>(?=[a-z_-]*\\d)[a-z0-9_-]{5,20}|(?<=[:：])[a-z][a-z0-9_-]{5,19})(?![a-z0-9])");

  private static final Rule ID_NUMBER =
      new Rule(
          "［证件］",
          Pattern.compile(
              "(?<![\\dx])[1-9]\\d{5}\\s?(?:18|19|20)\\d{2}\\s?\\d{4}\\s?\\d{3}[\\dx](?![\\dx])"),
          PersonalData::isIdNumber);

  /** Who says that it is one may have mistyped it, or have one of the old 15 digits. */
  private static final Rule SAID_ID =
      rule("［证件］", "(?:身份证|证件)[^\\d\\n]{0,8}(?<id>\\d{15}(?:\\d{2}[\\dx])?)(?![\\dx])");

  private static final Rule SAID_CARD =
      rule("［卡号］", "(?:银行卡|卡号|信用卡|储蓄卡|账号|账户)[^\\d\\n]{0,8}(?<id>\\d(?:[-\\s]?\\d){11,18})(?!\\d)");

  private static final Rule CARD =
      new Rule(
          "［卡号］",
          Pattern.compile(
              START
                  + "(?:62|4\\d|5[1-5]|3[47]|95)\\d{2}(?:[-\\s]?\\d{4}){2}[-\\s]?\\d{2,7}"
                  + NO_MEASURE),
          PersonalData::isCardNumber);

  private static final Rule MOBILE =
      new Rule(
          "［电话］",
          Pattern.compile(
              START
                  + "(?:(?:\\+|00)?86"
                  + GAP
                  + ")?1[3-9]\\d"
                  + GAP
                  + "\\d{4}"
                  + GAP
                  + "\\d{4}"
                  + NO_MEASURE),
          PersonalData::isMobileNumber);

  private static final Rule LANDLINE =
      rule(
          "［电话］",
          START
              + "(?:(?:\\+|00)86[-\\s]?)?[(（]?0(?:10|2\\d|[3-9]\\d{2})[)）]?[-\\s]?[2-8]\\d{2,3}[-\\s]?\\d{4}"
              + NO_MEASURE);

  private static final Rule NETWORK_ADDRESS =
      rule(
          "［网络地址］",
          "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])");

  private static final Rule ABROAD =
      rule("［电话］", "(?<![\\d+])\\+[1-9]\\d{0,2}(?:[-\\s()（）]{0,2}\\d{2,5}){2,5}" + NO_MEASURE);

  /** “一三八零零…”: who spells a number out means it as one. */
  private static final Pattern SPELT = Pattern.compile("[零〇○一二三四五六七八九幺]{11,18}");

  private static final String SPELT_DIGITS = "零一二三四五六七八九";

  private PersonalData() {}

  /** {@code text} with a word in brackets for each piece of personal data; never longer. */
  public static String removedFrom(String text) {
    String rest = EMAIL.apply(text);
    rest = NETWORK_ADDRESS.apply(rest);
    rest = ACCOUNT.apply(rest);
    rest = ID_NUMBER.apply(rest);
    rest = SAID_ID.apply(rest);
    rest = SAID_CARD.apply(rest);
    rest = CARD.apply(rest);
    rest = MOBILE.apply(rest);
    rest = LANDLINE.apply(rest);
    return ABROAD.apply(rest);
  }

  private static boolean isIdNumber(String found) {
    String number = found.replaceAll("\\s", "");
    try {
      LocalDate.of(
          Integer.parseInt(number, 6, 10, 10),
          Integer.parseInt(number, 10, 12, 10),
          Integer.parseInt(number, 12, 14, 10));
    } catch (DateTimeException e) {
      return false;
    }
    return CheckDigits.isIdNumber(number);
  }

  /** A round number is a measure: the universe is 13800000000 years old. */
  private static boolean isMobileNumber(String found) {
    return !found.replaceAll("\\D", "").endsWith("0000000");
  }

  private static boolean isCardNumber(String found) {
    String number = found.replaceAll("[-\\s]", "");
    return number.length() >= 15 && number.length() <= 19 && CheckDigits.isCardNumber(number);
  }

  private static Rule rule(String instead, String pattern) {
    return new Rule(instead, Pattern.compile(pattern), found -> true);
  }

  /** In half width and small letters, spelt-out digits as digits; as long as {@code text}. */
  private static String form(String text) {
    StringBuilder form = new StringBuilder(TextForms.forEmbedding(text).replace('＠', '@'));
    for (int i = 0; i < form.length(); i++) {
      switch (form.charAt(i)) {
        case '．' -> form.setCharAt(i, '.');
        case '－', '—', '–' -> form.setCharAt(i, '-');
        case '＋' -> form.setCharAt(i, '+');
        default -> {}
      }
    }
    Matcher spelt = SPELT.matcher(form.toString());
    while (spelt.find()) {
      for (int i = spelt.start(); i < spelt.end(); i++) {
        form.setCharAt(i, digit(form.charAt(i)));
      }
    }
    return form.toString();
  }

  private static char digit(char spelt) {
    return switch (spelt) {
      case '幺' -> '1';
      case '〇', '○' -> '0';
      default -> (char) ('0' + SPELT_DIGITS.indexOf(spelt));
    };
  }

  /**
   * What is taken out.
   *
   * @param instead what stands in its place
   * @param pattern of its form; the group {@code id}, where there is one, is what is taken out
   * @param genuine whether what has the pattern is one
   */
  private record Rule(String instead, Pattern pattern, Predicate<String> genuine) {

    String apply(String text) {
      Matcher matcher = pattern.matcher(form(text));
      StringBuilder rest = new StringBuilder();
      int done = 0;
      while (matcher.find()) {
        MatchResult match = matcher.toMatchResult();
        boolean named = match.namedGroups().containsKey("id");
        int start = named ? match.start("id") : match.start();
        int end = named ? match.end("id") : match.end();
        if (genuine.test(matcher.group())) {
          rest.append(text, done, start).append(instead);
          done = end;
        }
      }
      return rest.append(text, done, text.length()).toString();
    }
  }
}
