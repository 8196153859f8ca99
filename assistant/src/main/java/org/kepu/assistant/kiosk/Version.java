package org.kepu.assistant.kiosk;

import java.time.Instant;

/**
 * What a terminal was set to from a moment on.
 *
 * @param number from 1
 * @param changedBy the account that did it
 */
public record Version(int number, Configuration configuration, String changedBy, Instant at) {}
