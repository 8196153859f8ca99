package org.kepu.assistant.kiosk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the terminals are kept.
 *
 * @param operatorCode the digits that open the way out of a terminal's page, at least {@value
 *     #SHORTEST}; empty: there is no way out
 */
@ConfigurationProperties("kepu.kiosk")
public record KioskSettings(@DefaultValue("") String operatorCode) {

  static final int SHORTEST = 6;

  public KioskSettings {
    operatorCode = operatorCode.strip();
    if (!operatorCode.isEmpty() && !operatorCode.matches("[0-9]{%d,32}".formatted(SHORTEST))) {
      throw new IllegalArgumentException(
          "kepu.kiosk.operator-code has %d to 32 digits, and nothing else, because terminals have a keypad"
              .formatted(SHORTEST));
    }
  }

  /** Never shows the code. */
  @Override
  public String toString() {
    return "KioskSettings[operatorCode=%s]".formatted(operatorCode.isEmpty() ? "" : "…");
  }
}
