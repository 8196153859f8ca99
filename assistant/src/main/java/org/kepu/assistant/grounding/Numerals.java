package org.kepu.assistant.grounding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;

/** Reads numerals in Han characters by ICU's spelling rules for Chinese: 一百二十, 三亿六千万, 一九八五, 零点五. */
final class Numerals {

  static final String DIGITS = "零〇一二两三四五六七八九";
  static final String SCALES = "十百千万亿";

  /** ICU takes some 40 µs a numeral, and the same ones come again and again. */
  private static final int KNOWN = 5_000;

  private static final RuleBasedNumberFormat SPELLING = spelling();
  private static final Cache<String, Double> VALUES =
      Caffeine.newBuilder().maximumSize(KNOWN).build();

  private Numerals() {}

  /** The value of a numeral; not a number if it is none. */
  static double value(String numeral) {
    return VALUES.get(numeral, Numerals::read);
  }

  /** The value of one of {@link #SCALES}. */
  static double scale(char c) {
    return switch (c) {
      case '十' -> 1e1;
      case '百' -> 1e2;
      case '千' -> 1e3;
      case '万' -> 1e4;
      case '亿' -> 1e8;
      default -> throw new IllegalArgumentException("“%c” is no scale".formatted(c));
    };
  }

  private static double read(String numeral) {
    // Formats keep state while they parse.
    RuleBasedNumberFormat format = SPELLING.clone();
    ParsePosition end = new ParsePosition(0);
    Number value = format.parse(numeral, end);
    return end.getIndex() == numeral.length() ? value.doubleValue() : Double.NaN;
  }

  private static RuleBasedNumberFormat spelling() {
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
    // Asked for any rule set it would try them all.
    format.setDefaultRuleSet("%spellout-cardinal");
    return format;
  }
}
