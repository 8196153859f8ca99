package org.kepu.assistant.sky;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.Crossings;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.EclipseView;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.LunarDate;
import org.kepu.assistant.sky.ephemeris.MoonLook;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.ephemeris.TermMoment;
import org.kepu.assistant.sky.place.Place;
import org.kepu.assistant.sky.question.SkyQuestion;

/** Computes what is asked and says it in sentences. */
final class Almanac {

  private static final Duration DAY = Duration.ofDays(1);
  private static final LocalTime EVENING = LocalTime.of(21, 0);

  private final Ephemeris ephemeris;

  Almanac(Ephemeris ephemeris) {
    this.ephemeris = ephemeris;
  }

  /** The sentences that answer; none if it lies beyond what is computed. */
  List<Said> answer(SkyQuestion question, Instant now, Wording wording) {
    return switch (question) {
      case SkyQuestion.SunTimes asked -> sun(asked, wording);
      case SkyQuestion.MoonTonight asked -> moon(asked, wording);
      case SkyQuestion.NextPhase asked -> phase(asked, now, wording);
      case SkyQuestion.NextEclipse asked -> nextEclipse(asked, now, wording);
      case SkyQuestion.EclipsesIn asked -> eclipsesIn(asked, wording);
      case SkyQuestion.TermOn asked -> termOn(asked.day(), wording);
      case SkyQuestion.TermAfter asked -> termAfter(asked, wording);
      case SkyQuestion.TermBegins asked -> termBegins(asked, now, wording);
      case SkyQuestion.LunarDay asked -> lunarDay(asked, wording);
      case SkyQuestion.PlanetTonight asked -> planet(asked, wording);
      case SkyQuestion.PlanetsTonight asked -> planets(asked, wording);
    };
  }

  private List<Said> sun(SkyQuestion.SunTimes asked, Wording wording) {
    Instant midnight = asked.day().atStartOfDay(Ephemeris.ZONE).toInstant();
    Crossings sun = ephemeris.sunAndMoon().sun(midnight, DAY, asked.place());
    Instant rise = sun.rise();
    Instant set = sun.set();
    if (rise == null || set == null) {
      return List.of();
    }
    Duration light = Duration.between(rise, set);
    String sentence =
        wording.sentence(
            "sun",
            wording.place(asked.place()),
            wording.day(asked.day()),
            wording.time(rise),
            wording.time(set),
            String.valueOf(light.toHours()),
            String.valueOf(light.toMinutesPart()));
    return List.of(
        new Said(sentence, Method.SUN), placed(asked.place(), wording), weather(wording));
  }

  private List<Said> moon(SkyQuestion.MoonTonight asked, Wording wording) {
    Instant evening = asked.day().atTime(EVENING).atZone(Ephemeris.ZONE).toInstant();
    MoonLook look = ephemeris.calendar().moonAt(evening);
    String looks =
        wording.sentence(
            "moon.look",
            wording.day(asked.day()),
            wording.sentence("moon." + look.shape()),
            String.valueOf(Math.round(look.lit() * 100)));
    return List.of(
        new Said(looks, Method.PHASES),
        new Said(moonMoves(asked, wording), Method.MOON),
        placed(asked.place(), wording),
        weather(wording));
  }

  /** From noon to noon, so that the night is in one piece. */
  private String moonMoves(SkyQuestion.MoonTonight asked, Wording wording) {
    LocalDate day = asked.day();
    Instant noon = day.atTime(LocalTime.NOON).atZone(Ephemeris.ZONE).toInstant();
    Crossings moon = ephemeris.sunAndMoon().moon(noon, DAY, asked.place());
    Instant rise = moon.rise();
    Instant set = moon.set();
    List<String> times =
        Stream.of(Optional.ofNullable(rise), Optional.ofNullable(set))
            .flatMap(Optional::stream)
            .sorted()
            .map(when -> wording.timeAfter(day, when))
            .toList();
    List<String> blanks = new ArrayList<>(times);
    blanks.addFirst(wording.day(day));
    return wording.sentence("moon." + order(rise, set), blanks.toArray(String[]::new));
  }

  private static String order(@Nullable Instant rise, @Nullable Instant set) {
    if (set == null) {
      return "rise";
    }
    if (rise == null) {
      return "set";
    }
    return rise.isBefore(set) ? "rise-set" : "set-rise";
  }

  private List<Said> phase(SkyQuestion.NextPhase asked, Instant now, Wording wording) {
    Instant next = ephemeris.calendar().next(asked.phase(), now);
    String sentence =
        wording.sentence("phase", wording.sentence("moon." + asked.phase()), wording.moment(next));
    return List.of(new Said(sentence, Method.PHASES), zoned(wording));
  }

  private List<Said> nextEclipse(SkyQuestion.NextEclipse asked, Instant now, Wording wording) {
    Place place = asked.place();
    List<Eclipse> coming =
        eclipses(asked.body(), asked.kind())
            .filter(eclipse -> eclipse.greatest().isAfter(now))
            .toList();
    if (coming.isEmpty()) {
      return List.of();
    }
    Eclipse next = coming.getFirst();
    Optional<EclipseView> view = ephemeris.eclipses().seenFrom(place, next);
    List<Said> said = new ArrayList<>();
    said.add(
        new Said(
            wording.sentence(
                "eclipse.next",
                wording.eclipse(asked.body(), asked.kind()),
                wording.day(Wording.dayOf(next.greatest())),
                wording.eclipse(next.body(), next.kind()),
                wording.time(next.greatest())),
            Method.ECLIPSES));
    said.add(new Said(sight(place, next, view, wording), Method.ECLIPSES));
    if (view.filter(seen -> worthSeeing(seen, asked.kind())).isEmpty()) {
      said.add(
          new Said(
              nextSeen(place, coming.subList(1, coming.size()), asked.kind(), wording),
              Method.ECLIPSES));
    }
    said.add(placed(place, wording));
    said.add(weather(wording));
    return said;
  }

  private static String sight(
      Place place, Eclipse eclipse, Optional<EclipseView> view, Wording wording) {
    return view.map(
            seen ->
                wording.sentence(
                    "eclipse.seen",
                    wording.place(place),
                    wording.time(seen.begins()),
                    wording.time(seen.ends()),
                    wording.time(seen.greatest()),
                    wording.eclipse(eclipse.body(), seen.kind())))
        .orElseGet(
            () ->
                wording.sentence(
                    "eclipse.not-seen",
                    wording.place(place),
                    wording.day(Wording.dayOf(eclipse.greatest())),
                    wording.eclipse(eclipse.body(), eclipse.kind())));
  }

  private String nextSeen(
      Place place, List<Eclipse> later, Eclipse.@Nullable Kind kind, Wording wording) {
    for (Eclipse eclipse : later) {
      Optional<EclipseView> view =
          ephemeris.eclipses().seenFrom(place, eclipse).filter(seen -> worthSeeing(seen, kind));
      if (view.isPresent()) {
        return wording.sentence(
            "eclipse.next-seen",
            wording.place(place),
            wording.day(Wording.dayOf(view.get().greatest())),
            wording.eclipse(eclipse.body(), view.get().kind()),
            wording.time(view.get().begins()),
            wording.time(view.get().ends()));
      }
    }
    return wording.sentence("eclipse.none-seen", wording.place(place), String.valueOf(lastYear()));
  }

  /** The eye hardly notices the penumbra; who asks for a total eclipse wants to see one. */
  private static boolean worthSeeing(EclipseView view, Eclipse.@Nullable Kind asked) {
    return asked == null ? view.kind() != Eclipse.Kind.PENUMBRAL : view.kind() == asked;
  }

  private List<Said> eclipsesIn(SkyQuestion.EclipsesIn asked, Wording wording) {
    if (asked.year() < firstYear() || asked.year() > lastYear()) {
      return List.of();
    }
    List<Eclipse> found =
        eclipses(asked.body(), asked.kind())
            .filter(eclipse -> Wording.dayOf(eclipse.greatest()).getYear() == asked.year())
            .toList();
    String year = String.valueOf(asked.year());
    String name = wording.eclipse(asked.body(), asked.kind());
    if (found.isEmpty()) {
      return List.of(
          new Said(wording.sentence("eclipse.no-year", year, name), Method.ECLIPSES),
          zoned(wording));
    }
    List<String> items =
        found.stream().map(eclipse -> item(eclipse, asked.place(), wording)).toList();
    String sentence =
        wording.sentence(
            "eclipse.year", year, String.valueOf(found.size()), name, wording.list(items));
    return List.of(
        new Said(sentence, Method.ECLIPSES), placed(asked.place(), wording), weather(wording));
  }

  private String item(Eclipse eclipse, Place place, Wording wording) {
    boolean seen = ephemeris.eclipses().seenFrom(place, eclipse).isPresent();
    return wording.sentence(
        seen ? "eclipse.item-seen" : "eclipse.item-not-seen",
        wording.day(Wording.dayOf(eclipse.greatest())),
        wording.eclipse(eclipse.body(), eclipse.kind()),
        wording.place(place));
  }

  /** By time; a hybrid eclipse is total somewhere. */
  private Stream<Eclipse> eclipses(Eclipse.@Nullable Body body, Eclipse.@Nullable Kind kind) {
    return Stream.of(Eclipse.Body.values())
        .filter(each -> body == null || body == each)
        .flatMap(each -> ephemeris.eclipses().of(each).stream())
        .filter(
            eclipse ->
                kind == null
                    || eclipse.kind() == kind
                    || (kind == Eclipse.Kind.TOTAL && eclipse.kind() == Eclipse.Kind.HYBRID))
        .sorted(Comparator.comparing(Eclipse::greatest));
  }

  private int firstYear() {
    return Wording.dayOf(ephemeris.eclipses().of(Eclipse.Body.MOON).getFirst().greatest())
        .getYear();
  }

  private int lastYear() {
    return Wording.dayOf(ephemeris.eclipses().of(Eclipse.Body.MOON).getLast().greatest()).getYear();
  }

  private List<Said> termOn(LocalDate day, Wording wording) {
    TermMoment current =
        terms(day.getYear())
            .filter(moment -> !Wording.dayOf(moment.begins()).isAfter(day))
            .max(Comparator.comparing(TermMoment::begins))
            .orElseThrow();
    boolean first = Wording.dayOf(current.begins()).equals(day);
    String sentence =
        wording.sentence(
            first ? "term.begins-on" : "term.on",
            wording.day(day),
            wording.sentence("term." + current.term()),
            first ? wording.time(current.begins()) : wording.moment(current.begins()));
    return List.of(new Said(sentence, Method.TERMS), zoned(wording));
  }

  private List<Said> termAfter(SkyQuestion.TermAfter asked, Wording wording) {
    TermMoment next =
        terms(asked.day().getYear())
            .filter(moment -> Wording.dayOf(moment.begins()).isAfter(asked.day()))
            .min(Comparator.comparing(TermMoment::begins))
            .orElseThrow();
    String sentence =
        wording.sentence(
            "term.next", wording.sentence("term." + next.term()), wording.moment(next.begins()));
    return List.of(new Said(sentence, Method.TERMS), zoned(wording));
  }

  private List<Said> termBegins(SkyQuestion.TermBegins asked, Instant now, Wording wording) {
    LocalDate today = Wording.dayOf(now);
    Integer year = asked.year();
    TermMoment moment =
        terms(year == null ? today.getYear() : year)
            .filter(each -> each.term() == asked.term())
            .filter(
                each ->
                    year == null
                        ? !Wording.dayOf(each.begins()).isBefore(today)
                        : Wording.dayOf(each.begins()).getYear() == year)
            .min(Comparator.comparing(TermMoment::begins))
            .orElseThrow();
    String sentence =
        wording.sentence(
            "term.begins",
            wording.sentence("term." + moment.term()),
            wording.moment(moment.begins()));
    return List.of(new Said(sentence, Method.TERMS), zoned(wording));
  }

  /** Those of the year and of its neighbours. */
  private Stream<TermMoment> terms(int year) {
    return Stream.of(year - 1, year, year + 1)
        .flatMap(each -> ephemeris.calendar().terms(each).stream());
  }

  private List<Said> lunarDay(SkyQuestion.LunarDay asked, Wording wording) {
    LunarDate date = ephemeris.calendar().on(asked.day());
    String sentence =
        wording.sentence(
            "lunar", wording.day(asked.day()), date.yearName(), wording.lunar(date.name()));
    return List.of(new Said(sentence, Method.PHASES));
  }

  private List<Said> planet(SkyQuestion.PlanetTonight asked, Wording wording) {
    String sentence =
        PlanetNight.of(asked.planet(), asked.place(), asked.day(), ephemeris)
            .map(night -> seen(asked.planet(), asked.day(), night, wording))
            .orElseGet(
                () ->
                    wording.sentence(
                        "planet.not-seen",
                        wording.day(asked.day()),
                        wording.sentence("planet." + asked.planet())));
    return List.of(
        new Said(sentence, Method.PLANETS), placed(asked.place(), wording), weather(wording));
  }

  private List<Said> planets(SkyQuestion.PlanetsTonight asked, Wording wording) {
    List<String> names = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    for (Planet planet : Planet.values()) {
      PlanetNight.of(planet, asked.place(), asked.day(), ephemeris)
          .ifPresent(
              night -> {
                names.add(wording.sentence("planet." + planet));
                said.add(new Said(seen(planet, asked.day(), night, wording), Method.PLANETS));
              });
    }
    String day = wording.day(asked.day());
    String overview =
        names.isEmpty()
            ? wording.sentence("planets.none", day)
            : wording.sentence("planets.seen", day, wording.list(names));
    said.addFirst(new Said(overview, Method.PLANETS));
    said.add(placed(asked.place(), wording));
    said.add(weather(wording));
    return said;
  }

  private static String seen(Planet planet, LocalDate day, PlanetNight night, Wording wording) {
    return wording.sentence(
        "planet.seen",
        wording.day(day),
        wording.sentence("planet." + planet),
        wording.timeAfter(day, night.from()),
        wording.timeAfter(day, night.to()),
        wording.timeAfter(day, night.highest()),
        wording.sentence("direction." + night.where().direction()),
        String.valueOf(Math.round(night.where().altitude())));
  }

  private static Said placed(Place place, Wording wording) {
    return new Said(
        wording.sentence(
            "place", wording.place(place), degrees(place.latitude()), degrees(place.longitude())),
        Method.PLACE);
  }

  private static Said zoned(Wording wording) {
    return new Said(wording.sentence("zone"), Method.PLACE);
  }

  private static Said weather(Wording wording) {
    return new Said(wording.sentence("weather"), Method.WEATHER);
  }

  private static String degrees(double angle) {
    return String.format(Locale.ROOT, "%.1f", angle);
  }
}
