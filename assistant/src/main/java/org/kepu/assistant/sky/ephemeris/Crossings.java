package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a body comes up and goes down in a stretch of time; both with refraction, upper limb, at a
 * level horizon.
 *
 * @param rise null if it does not rise then
 * @param set null if it does not set then
 */
public record Crossings(@Nullable Instant rise, @Nullable Instant set) {}
