package org.kepu.assistant.kiosk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the terminals are kept.
 *
 * @param operatorCode the digits that open the way out of a terminal's page, at least {@value
 *     #SHORTEST}; empty: there is no way out
 * @param publicAddress where a visitor's telephone reaches the service, for the code that takes an
 *     answer along: {@code https://kepu.example.org}; empty: where the terminal does
 * @param packKilobytes how large the pack may be that answers a terminal without a network, 64 to
 *     16384
 */
@ConfigurationProperties("kepu.kiosk")
public record KioskSettings(
    @DefaultValue("") String operatorCode,
    @DefaultValue("") String publicAddress,
    @DefaultValue("2048") int packKilobytes) {

  static final int SHORTEST = 6;

  public KioskSettings {
    operatorCode = operatorCode.strip();
    if (!operatorCode.isEmpty() && !operatorCode.matches("[0-9]{%d,32}".formatted(SHORTEST))) {
      throw new IllegalArgumentException(
          "kepu.kiosk.operator-code has %d to 32 digits, and nothing else, because terminals have a keypad"
              .formatted(SHORTEST));
    }
    publicAddress = publicAddress.strip().replaceFirst("/+$", "");
    if (!publicAddress.isEmpty() && !publicAddress.matches("https?://[A-Za-z0-9.:\\[\\]/_-]+")) {
      throw new IllegalArgumentException(
          "kepu.kiosk.public-address is like https://kepu.example.org, not '%s'"
              .formatted(publicAddress));
    }
    if (packKilobytes < 64 || packKilobytes > 16 * 1024) {
      throw new IllegalArgumentException(
          "kepu.kiosk.pack-kilobytes is from 64 to 16384, not " + packKilobytes);
    }
  }

  /** Never shows the code. */
  @Override
  public String toString() {
    return "KioskSettings[operatorCode=%s, publicAddress=%s, packKilobytes=%d]"
        .formatted(operatorCode.isEmpty() ? "" : "…", publicAddress, packKilobytes);
  }
}
