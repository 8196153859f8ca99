package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;

/** When a solar term begins. */
public record TermMoment(SolarTerm term, Instant begins) {}
