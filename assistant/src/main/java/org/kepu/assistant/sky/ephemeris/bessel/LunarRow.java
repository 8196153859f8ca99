package org.kepu.assistant.sky.ephemeris.bessel;

import java.time.Duration;
import java.time.Instant;
import org.kepu.assistant.sky.ephemeris.Eclipse;

/**
 * A lunar eclipse with how long before and after its middle each phase is.
 *
 * @param penumbral half as long as any part of the Moon is in the penumbra
 * @param partial half as long as any part is in the umbra; zero if none is
 * @param total half as long as the whole Moon is in the umbra; zero if it is not
 */
record LunarRow(Eclipse eclipse, Duration penumbral, Duration partial, Duration total) {

  private static final double SECONDS_PER_MINUTE = 60;

  /** A line of {@code lunar.tsv}. */
  static LunarRow of(String line) {
    String[] cells = line.split("\t");
    return new LunarRow(
        new Eclipse(Eclipse.Body.MOON, Eclipse.Kind.valueOf(cells[1]), Instant.parse(cells[0])),
        minutes(cells[2]),
        minutes(cells[3]),
        minutes(cells[4]));
  }

  /** Half as long as there is something to see: in the umbra, where the Moon gets there. */
  Duration half() {
    return partial.isZero() ? penumbral : partial;
  }

  /** How deep the Moon is in the shadow. */
  Eclipse.Kind kindAt(Instant when) {
    Duration away = Duration.between(eclipse.greatest(), when).abs();
    if (away.compareTo(total) < 0) {
      return Eclipse.Kind.TOTAL;
    }
    return away.compareTo(partial) < 0 ? Eclipse.Kind.PARTIAL : Eclipse.Kind.PENUMBRAL;
  }

  private static Duration minutes(String cell) {
    return Duration.ofSeconds(Math.round(Double.parseDouble(cell) * SECONDS_PER_MINUTE));
  }
}
