package org.kepu.assistant.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a device says that something happened, and how wrong its clock was when it sent that.
 *
 * @param at by the device's clock
 * @param offset what must be added to the device's clock to get the server's
 */
public record DeviceTime(Instant at, Duration offset) {

  public DeviceTime {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(offset, "offset");
  }

  /** When it happened by the server's clock. */
  public Instant putRight() {
    return at.plus(offset);
  }
}
