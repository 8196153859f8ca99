package org.kepu.evaluation.sky;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.ChineseCalendar;
import org.kepu.assistant.sky.ephemeris.Crossings;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.EclipseView;
import org.kepu.assistant.sky.ephemeris.Eclipses;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.ephemeris.SunAndMoon;
import org.kepu.assistant.sky.ephemeris.bessel.EclipseTables;
import org.kepu.assistant.sky.ephemeris.lunar.ShouXingCalendar;
import org.kepu.assistant.sky.ephemeris.suncalc.SunCalcSunAndMoon;
import org.kepu.assistant.sky.place.Place;
import org.kepu.assistant.sky.place.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares what is computed about the sky with tables that another program computed. */
@Command(
    name = "sky",
    description = {
      "Compares rise and set, Moon phases, solar terms and local solar eclipses with tables by",
      "Astronomy Engine; prints how far they are apart."
    },
    mixinStandardHelpOptions = true)
public final class SkyCommand implements Callable<Integer> {

  private static final Duration DAY = Duration.ofDays(1);

  @Option(
      names = "--tables",
      defaultValue = "evaluation/sky",
      description = "Folder of the tables; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Option(
      names = "--at-most",
      defaultValue = "120",
      description =
          "Exit with 1 if anything is further apart, in seconds; default ${DEFAULT-VALUE}")
  private long atMost;

  private final Places places = new Places();
  private final SunAndMoon sunAndMoon = new SunCalcSunAndMoon();
  private final ChineseCalendar calendar = new ShouXingCalendar();
  private final Eclipses eclipses = new EclipseTables(sunAndMoon);

  @Override
  public Integer call() {
    List<Comparison> comparisons =
        List.of(
            new Comparison("sunrise", risings(2, this::sun, Crossings::rise)),
            new Comparison("sunset", risings(3, this::sun, Crossings::set)),
            new Comparison("moonrise", risings(4, this::moon, Crossings::rise)),
            new Comparison("moonset", risings(5, this::moon, Crossings::set)),
            new Comparison("Moon phase", phases()),
            new Comparison("solar term", terms()),
            new Comparison("greatest local solar eclipse", localEclipses()));
    System.out.printf("| what | compared | median s | greatest s |%n|---|---|---|---|%n");
    comparisons.forEach(
        each ->
            System.out.printf(
                "| %s | %d | %d | %d |%n",
                each.what(), each.seconds().size(), each.median(), each.greatest()));
    List<Comparison> far = comparisons.stream().filter(each -> each.greatest() > atMost).toList();
    far.forEach(
        each ->
            System.err.printf(
                "%s: %d s apart, more than %d%n", each.what(), each.greatest(), atMost));
    return far.isEmpty() ? 0 : 1;
  }

  private Crossings sun(Instant start, Place place) {
    return sunAndMoon.sun(start, DAY, place);
  }

  private Crossings moon(Instant start, Place place) {
    return sunAndMoon.moon(start, DAY, place);
  }

  private List<Long> risings(int column, Times times, Which which) {
    List<Long> seconds = new ArrayList<>();
    for (String[] row : table("risings.tsv")) {
      Place place = Objects.requireNonNull(places.named().get(row[0]), row[0]);
      Instant start = LocalDate.parse(row[1]).atStartOfDay(Ephemeris.ZONE).toInstant();
      Instant computed = which.of(times.of(start, place));
      if (computed != null && !row[column].equals("-")) {
        seconds.add(apart(computed, row[column]));
      }
    }
    return seconds;
  }

  private List<Long> phases() {
    return table("phases.tsv").stream()
        .map(
            row ->
                apart(
                    calendar.next(
                        MoonPhase.valueOf(row[0]),
                        Instant.parse(row[1]).minus(DAY.multipliedBy(3))),
                    row[1]))
        .toList();
  }

  private List<Long> terms() {
    List<String[]> rows = table("terms.tsv");
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      seconds.add(apart(calendar.terms(Integer.parseInt(row[0])).get(i % 24).begins(), row[2]));
    }
    return seconds;
  }

  /** Only where the Sun is up all the time: below the horizon the two mean different moments. */
  private List<Long> localEclipses() {
    return table("local-solar.tsv").stream()
        .filter(row -> Stream.of(row[6], row[7], row[8]).allMatch(h -> Double.parseDouble(h) > 0))
        .flatMap(row -> view(row).map(view -> apart(view.greatest(), row[1])).stream())
        .toList();
  }

  private Optional<EclipseView> view(String[] row) {
    Place place = Objects.requireNonNull(places.named().get(row[0]), row[0]);
    return eclipses.of(Eclipse.Body.SUN).stream()
        .flatMap(eclipse -> eclipses.seenFrom(place, eclipse).stream())
        .filter(view -> apart(view.greatest(), row[1]) < DAY.toSeconds())
        .findFirst();
  }

  private static long apart(Instant computed, String reference) {
    return Duration.between(computed, Instant.parse(reference)).abs().toSeconds();
  }

  private List<String[]> table(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder.resolve(file), e);
    }
  }

  /** Rise and set of a body in the day that begins at {@code start}. */
  private interface Times {
    Crossings of(Instant start, Place place);
  }

  /** One of the two. */
  private interface Which {
    @Nullable Instant of(Crossings crossings);
  }

  /** How many seconds the two are apart, case by case. */
  private record Comparison(String what, List<Long> seconds) {

    Comparison {
      seconds = seconds.stream().sorted().toList();
    }

    long median() {
      return seconds.get(seconds.size() / 2);
    }

    long greatest() {
      return seconds.getLast();
    }
  }
}
