package org.kepu.assistant.sky.ephemeris.suncalc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.Crossings;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.Horizontal;
import org.kepu.assistant.sky.ephemeris.SunAndMoon;
import org.kepu.assistant.sky.place.Place;
import org.shredzone.commons.suncalc.MoonPosition;
import org.shredzone.commons.suncalc.MoonTimes;
import org.shredzone.commons.suncalc.SunPosition;
import org.shredzone.commons.suncalc.SunTimes;

/**
 * By commons-suncalc, which follows Montenbruck and Pfleger, “Astronomy on the Personal Computer”:
 * rise and set to about a minute at the latitudes of China.
 */
public final class SunCalcSunAndMoon implements SunAndMoon {

  @Override
  public Crossings sun(Instant start, Duration length, Place place) {
    SunTimes times =
        SunTimes.compute()
            .on(start.atZone(Ephemeris.ZONE))
            .at(place.latitude(), place.longitude())
            .limit(length)
            .execute();
    return new Crossings(instant(times.getRise()), instant(times.getSet()));
  }

  @Override
  public Crossings moon(Instant start, Duration length, Place place) {
    MoonTimes times =
        MoonTimes.compute()
            .on(start.atZone(Ephemeris.ZONE))
            .at(place.latitude(), place.longitude())
            .limit(length)
            .execute();
    return new Crossings(instant(times.getRise()), instant(times.getSet()));
  }

  @Override
  public Horizontal sunAt(Instant when, Place place) {
    SunPosition position =
        SunPosition.compute()
            .on(when.atZone(Ephemeris.ZONE))
            .at(place.latitude(), place.longitude())
            .execute();
    return new Horizontal(position.getTrueAltitude(), position.getAzimuth());
  }

  @Override
  public Horizontal moonAt(Instant when, Place place) {
    MoonPosition position =
        MoonPosition.compute()
            .on(when.atZone(Ephemeris.ZONE))
            .at(place.latitude(), place.longitude())
            .execute();
    return new Horizontal(position.getTrueAltitude(), position.getAzimuth());
  }

  private static @Nullable Instant instant(@Nullable ZonedDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
