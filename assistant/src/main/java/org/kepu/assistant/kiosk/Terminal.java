package org.kepu.assistant.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registered terminal.
 *
 * @param version of its configuration, from 1
 * @param registeredAt when it was registered
 * @param codeExpiresAt until when a pairing code waits, null: none does
 * @param firstPairedAt null: never
 * @param pairedAt null: it is not paired now
 * @param lastBeatAt its last sign of life since it was paired, null: none
 * @param appliedVersion of the configuration it shows, as it said last, null: it did not yet
 */
public record Terminal(
    String id,
    int version,
    Configuration configuration,
    Instant registeredAt,
    @Nullable Instant codeExpiresAt,
    @Nullable Instant firstPairedAt,
    @Nullable Instant pairedAt,
    @Nullable Instant lastBeatAt,
    @Nullable Integer appliedVersion) {

  /** How often a terminal says that it lives. */
  public static final Duration BEAT = Duration.ofSeconds(30);

  /** Without a sign of life for so long it is silent: three in a row did not come. */
  public static final Duration SILENCE = BEAT.multipliedBy(3);

  public Terminal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(registeredAt, "registeredAt");
  }

  /** How it is. */
  public enum State {
    /** No device holds its token. */
    UNPAIRED,
    ALIVE,
    /** Nothing was heard of it while it is for visitors. */
    SILENT,
    /** Nothing was heard of it, and the house is closed. */
    CLOSED
  }

  /** How it is at a moment. */
  public State state(Instant now) {
    if (pairedAt == null) {
      return State.UNPAIRED;
    }
    Instant heard = lastBeatAt == null ? pairedAt : lastBeatAt;
    if (heard.plus(SILENCE).isAfter(now)) {
      return State.ALIVE;
    }
    return configuration.hours().include(now) ? State.SILENT : State.CLOSED;
  }

  /** Since when it has been silent, null if it is not. */
  public @Nullable Instant silentSince(Instant now) {
    State state = state(now);
    if (state != State.SILENT && state != State.CLOSED) {
      return null;
    }
    return lastBeatAt == null ? pairedAt : lastBeatAt;
  }
}
