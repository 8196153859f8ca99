package org.kepu.assistant.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table: what is read, and the number behind it, rounded as it is read.
 *
 * @param text what is read
 * @param number null where it is no number, or is hidden
 * @param form how the number is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(String text, @Nullable BigDecimal number, Form form) {

  /** What stands for a number that is too small to be shown. */
  public static final String HIDDEN = "隐去";

  /** What stands where there is nothing to say. */
  public static final String NONE = "—";

  /** What stands for a number that there cannot be, as of a kiosk's visitors. */
  public static final String NOT_APPLICABLE = "不适用";

  public Cell {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(form, "form");
  }

  /** How a number is written. */
  public enum Form {
    TEXT("@"),
    COUNT("#,##0"),
    SHARE("0.0%"),
    CHANGE("+0.0%;-0.0%;0.0%"),
    DECIMAL("#,##0.0");

    private final String pattern;

    Form(String pattern) {
      this.pattern = pattern;
    }

    /** The pattern by which a spreadsheet writes it so. */
    public String pattern() {
      return pattern;
    }
  }

  /** Whether it says that a number is hidden, or that there is none. */
  boolean standsForNumber() {
    return text.equals(HIDDEN) || text.equals(NONE) || text.equals(NOT_APPLICABLE);
  }

  static Cell text(String text) {
    return new Cell(text, null, Form.TEXT);
  }

  static Cell none() {
    return text(NONE);
  }

  static Cell count(long count) {
    return new Cell(
        String.format(Locale.ROOT, "%,d", count), BigDecimal.valueOf(count), Form.COUNT);
  }

  static Cell share(@Nullable Double share) {
    if (share == null) {
      return none();
    }
    BigDecimal rounded = rounded(share, 3);
    return new Cell(percent(rounded), rounded, Form.SHARE);
  }

  /** By how much something has grown; nothing to say where it was nothing before. */
  static Cell change(long now, long before) {
    if (before == 0) {
      return none();
    }
    BigDecimal rounded = rounded((double) (now - before) / before, 3);
    String sign = rounded.signum() > 0 ? "+" : "";
    return new Cell(sign + percent(rounded), rounded, Form.CHANGE);
  }

  static Cell decimal(@Nullable Double number) {
    if (number == null) {
      return none();
    }
    BigDecimal rounded = rounded(number, 1);
    return new Cell(String.format(Locale.ROOT, "%,.1f", rounded), rounded, Form.DECIMAL);
  }

  private static BigDecimal rounded(double number, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(digits) : rounded;
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.UNNECESSARY).toPlainString() + "%";
  }
}
