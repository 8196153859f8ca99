package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * An adjusting entry: a total of a locked month that is another when it is counted again. The
 * locked figure stays as it is.
 *
 * @param before what it was: as locked, or after the entry before this one
 * @param now what it is
 * @param by the name of the account that made the entry, {@link Lock#BY_ITSELF} for the service
 * @param reason why
 */
public record Adjustment(
    UUID id,
    YearMonth month,
    Headline figure,
    long before,
    long now,
    Instant foundAt,
    String by,
    String reason) {}
