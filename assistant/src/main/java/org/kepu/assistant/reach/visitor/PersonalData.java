package org.kepu.assistant.reach.visitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of a text what names a person: telephone numbers, identity cards, bank cards, e-mail
 * and network addresses. Rather too much than too little: a number of eleven figures that begins
 * like a mobile's is one.
 */
public final class PersonalData {

  private static final String BEFORE = "(?<![\\p{Nd}A-Za-z.])";
  private static final String AFTER = "(?![\\p{Nd}])";

  /** In this order: an identity card's number holds what looks like a telephone's. */
  private static final Map<Pattern, String> PATTERNS = patterns();

  private PersonalData() {}

  /** {@code text} with a word in brackets in each one's place. */
  public static String removedFrom(String text) {
    String clean = text;
    for (Map.Entry<Pattern, String> entry : PATTERNS.entrySet()) {
      clean = entry.getKey().matcher(clean).replaceAll(entry.getValue());
    }
    return clean;
  }

  private static Map<Pattern, String> patterns() {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    patterns.put(
        Pattern.compile(
            "[A-Za-z0-9._%+-]+\\s?[@＠]\\s?[A-Za-z0-9-]+(?:\\s?[.。．]\\s?[A-Za-z0-9-]+)+"),
        "【邮箱】");
    patterns.put(
        Pattern.compile(
            BEFORE
                + "[\\p{Nd}]{6}[ -]?(?:19|20|１９|２０)\\p{Nd}{2}[ -]?\\p{Nd}{4}["
                + " -]?\\p{Nd}{3}[\\p{Nd}XxＸｘ](?![\\p{Nd}])"),
        "【身份证号】");
    patterns.put(Pattern.compile(BEFORE + "(?:\\p{Nd}[ -]?){15,18}\\p{Nd}" + AFTER), "【卡号】");
    patterns.put(
        Pattern.compile(
            BEFORE
                + "(?:[+＋]?(?:86|８６)[ -]?)?[1１][3-9３-９]\\p{Nd}[ -]?\\p{Nd}{4}[ -]?\\p{Nd}{4}"
                + AFTER),
        "【电话】");
    patterns.put(
        Pattern.compile(BEFORE + "[(（]?[0０]\\p{Nd}{2,3}[)）]?[ -]?\\p{Nd}{7,8}" + AFTER), "【电话】");
    patterns.put(Pattern.compile(BEFORE + "\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){3}" + AFTER), "【网络地址】");
    patterns.put(
        Pattern.compile(
            "(?<![\\p{XDigit}:])(?=[\\p{XDigit}:]*(?:::|(?::\\p{XDigit}{1,4}){4}))\\p{XDigit}{0,4}(?::\\p{XDigit}{0,4}){2,7}(?![\\p{XDigit}:])"),
        "【网络地址】");
    return patterns;
  }
}
