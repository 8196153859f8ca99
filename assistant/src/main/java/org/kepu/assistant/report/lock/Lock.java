package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.YearMonth;

/**
 * That a month is locked.
 *
 * @param by the name of the account that locked it, {@link #BY_ITSELF} where its time had come
 * @param definition by which definitions it was counted
 * @param previous the hash of the month locked before, {@link #BEGINNING} for the first
 * @param hash over {@code previous} and the figures, see {@link Snapshot#hash}
 */
public record Lock(
    YearMonth month, Instant lockedAt, String by, String definition, String previous, String hash) {

  /** Stands for the hash before the first. */
  public static final String BEGINNING = "0".repeat(64);

  /** The service itself. */
  public static final String BY_ITSELF = "system";
}
