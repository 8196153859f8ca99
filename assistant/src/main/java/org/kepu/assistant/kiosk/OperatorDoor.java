package org.kepu.assistant.kiosk;

import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Whether a code opens the way out of a terminal. Few tries a minute from one address: six digits
 * then take months to find.
 */
public final class OperatorDoor {

  static final int TRIES_A_MINUTE = Tries.A_MINUTE;

  private final KioskSettings settings;
  private final Tries tries;

  public OperatorDoor(KioskSettings settings) {
    this(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  OperatorDoor(KioskSettings settings, TimeMeter time) {
    this.settings = settings;
    tries = new Tries(time);
  }

  /** Tries a code from an address. */
  public Verdict open(String code, String address) {
    if (settings.operatorCode().isEmpty()) {
      return Verdict.NO_CODE_SET;
    }
    if (!tries.mayTry(address)) {
      return Verdict.TOO_OFTEN;
    }
    return MessageDigest.isEqual(bytes(code), bytes(settings.operatorCode()))
        ? Verdict.OPEN
        : Verdict.WRONG;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What came of a try. */
  public enum Verdict {
    OPEN,
    WRONG,
    NO_CODE_SET,
    TOO_OFTEN
  }
}
