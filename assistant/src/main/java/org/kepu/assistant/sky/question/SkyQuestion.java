package org.kepu.assistant.sky.question;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.ephemeris.SolarTerm;
import org.kepu.assistant.sky.place.Place;

/** What a question wants computed. Days are those of China's calendar. */
public sealed interface SkyQuestion {

  /** When the Sun rises and sets. */
  record SunTimes(Place place, LocalDate day) implements SkyQuestion {}

  /** What the Moon looks like in the evening of a day, and when it rises and sets. */
  record MoonTonight(Place place, LocalDate day) implements SkyQuestion {}

  /** When a phase of the Moon comes next. */
  record NextPhase(MoonPhase phase) implements SkyQuestion {}

  /**
   * The next eclipse.
   *
   * @param body of what; null for either
   * @param kind only such; null for any
   */
  record NextEclipse(Place place, Eclipse.@Nullable Body body, Eclipse.@Nullable Kind kind)
      implements SkyQuestion {}

  /** The eclipses of a year; body and kind as for the next. */
  record EclipsesIn(Place place, int year, Eclipse.@Nullable Body body, Eclipse.@Nullable Kind kind)
      implements SkyQuestion {}

  /** The solar term of a day. */
  record TermOn(LocalDate day) implements SkyQuestion {}

  /** The term after that of a day. */
  record TermAfter(LocalDate day) implements SkyQuestion {}

  /** When a term begins: in a year, or, without one, the next time. */
  record TermBegins(SolarTerm term, @Nullable Integer year) implements SkyQuestion {
    public TermBegins {
      Objects.requireNonNull(term, "term");
    }
  }

  /** The date of a day in the Chinese calendar. */
  record LunarDay(LocalDate day) implements SkyQuestion {}

  /** Whether a planet is to be seen in a night, and where. */
  record PlanetTonight(Planet planet, Place place, LocalDate day) implements SkyQuestion {}

  /** Which planets are. */
  record PlanetsTonight(Place place, LocalDate day) implements SkyQuestion {}
}
