package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the Sun's and the Moon's longitudes rule. Safe for use by several threads. */
public interface ChineseCalendar {

  /** The 24 terms that begin in a calendar year of China, in order; from 1900 to 2100. */
  List<TermMoment> terms(int year);

  /** A calendar day of China, from 1900 to 2100. */
  LunarDate on(LocalDate day);

  /** The first such phase after {@code after}. */
  Instant next(MoonPhase phase, Instant after);

  MoonLook moonAt(Instant when);
}
