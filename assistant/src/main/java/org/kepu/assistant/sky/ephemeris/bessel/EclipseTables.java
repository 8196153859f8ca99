package org.kepu.assistant.sky.ephemeris.bessel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.EclipseView;
import org.kepu.assistant.sky.ephemeris.Eclipses;
import org.kepu.assistant.sky.ephemeris.SunAndMoon;
import org.kepu.assistant.sky.place.Place;

/**
 * Eclipses from two tables that come with the program; what a place sees is computed minute by
 * minute. Their heads name the source of their numbers.
 */
public final class EclipseTables implements Eclipses {

  private static final Duration STEP = Duration.ofSeconds(30);

  /** No solar eclipse touches a place earlier or later than this, seen from its greatest moment. */
  private static final Duration LONGEST = Duration.ofHours(4);

  /** Refraction and half the disc lift the upper limb above the horizon. */
  private static final double HORIZON = -0.83;

  private final SunAndMoon sunAndMoon;
  private final Map<Eclipse, SolarRow> solar;
  private final Map<Eclipse, LunarRow> lunar;

  public EclipseTables(SunAndMoon sunAndMoon) {
    this.sunAndMoon = sunAndMoon;
    solar = read("solar.tsv", SolarRow::of, SolarRow::eclipse);
    lunar = read("lunar.tsv", LunarRow::of, LunarRow::eclipse);
  }

  @Override
  public List<Eclipse> of(Eclipse.Body body) {
    return (switch (body) {
          case SUN -> solar.keySet();
          case MOON -> lunar.keySet();
        })
        .stream().sorted(Comparator.comparing(Eclipse::greatest)).toList();
  }

  @Override
  public Optional<EclipseView> seenFrom(Place place, Eclipse eclipse) {
    SolarRow sun = solar.get(eclipse);
    LunarRow moon = lunar.get(eclipse);
    if (sun != null) {
      return sunSeen(place, sun);
    }
    if (moon != null) {
      return moonSeen(place, moon);
    }
    throw new IllegalArgumentException(
        "The tables have no %s; please ask for one of theirs".formatted(eclipse));
  }

  private Optional<EclipseView> sunSeen(Place place, SolarRow row) {
    List<Instant> seen =
        moments(
            row.eclipse().greatest(),
            LONGEST,
            when ->
                row.at(when, place).touches()
                    && sunAndMoon.sunAt(when, place).altitude() > HORIZON);
    return seen.stream()
        .min(Comparator.comparingDouble(when -> row.at(when, place).distance()))
        .map(
            deepest ->
                new EclipseView(
                    row.at(deepest, place).kind(), seen.getFirst(), deepest, seen.getLast()));
  }

  private Optional<EclipseView> moonSeen(Place place, LunarRow row) {
    Instant middle = row.eclipse().greatest();
    List<Instant> seen =
        moments(middle, row.half(), when -> sunAndMoon.moonAt(when, place).altitude() > HORIZON);
    return seen.stream()
        .min(Comparator.comparing(when -> Duration.between(middle, when).abs()))
        .map(
            deepest ->
                new EclipseView(row.kindAt(deepest), seen.getFirst(), deepest, seen.getLast()));
  }

  /** The moments within {@code half} of {@code middle} at which something holds. */
  private static List<Instant> moments(Instant middle, Duration half, Predicate<Instant> holds) {
    long steps = half.dividedBy(STEP);
    return Stream.iterate(-steps, step -> step <= steps, step -> step + 1)
        .map(step -> middle.plus(STEP.multipliedBy(step)))
        .filter(holds)
        .toList();
  }

  private static <R> Map<Eclipse, R> read(
      String file, Function<String, R> row, Function<R, Eclipse> eclipse) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EclipseTables.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(row)
          .collect(Collectors.toUnmodifiableMap(eclipse, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
