package org.kepu.assistant.sky.question;

import static org.kepu.assistant.sky.question.Word.Kind.*;

import java.time.LocalDate;
import java.util.Optional;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.place.Place;

/**
 * Which words together ask for what. Each rule names the words it needs and refuses all others, but
 * for fillers and the place.
 */
final class Rules {

  private Rules() {}

  /** “明天日出几点”, “太阳什么时候落山”. */
  static Optional<SkyQuestion> sun(Words words, Place place, LocalDate today) {
    boolean subject = words.has(SUNRISE_OR_SUNSET) || (words.has(SUN) && words.has(RISE_OR_SET));
    boolean asks =
        words.has(WHEN, HOW_LONG) || (words.has(SUNRISE_OR_SUNSET) && words.names(Word.Day.class));
    boolean nothingElse =
        words.only(SUN, SUNRISE_OR_SUNSET, RISE_OR_SET, WHEN, HOW_LONG, NOW)
            && words.onlyValues(Word.Day.class, Word.At.class);
    return when(subject && asks && nothingElse, new SkyQuestion.SunTimes(place, day(words, today)));
  }

  /** “今晚月亮什么样”, “今晚月亮几点升起”, “今晚是满月吗”. */
  static Optional<SkyQuestion> moon(Words words, Place place, LocalDate today) {
    boolean looks =
        (words.has(MOON) && words.has(LOOK, MOON_SHAPE, HAPPEN, SEE, WHERE))
            || words.names(Word.Phase.class)
            || words.has(MOON_SHAPE);
    boolean moves =
        (words.has(MOON) && words.has(RISE_OR_SET) && words.has(WHEN, HOW_LONG))
            || words.has(MOONRISE_OR_MOONSET);
    boolean asks = words.names(Word.Day.class) || words.has(NOW) || (moves && words.has(WHEN));
    boolean nothingElse =
        words.only(
                MOON,
                LOOK,
                MOON_SHAPE,
                HAPPEN,
                SEE,
                WHAT,
                WHEN,
                WHERE,
                HOW_LONG,
                NOW,
                RISE_OR_SET,
                MOONRISE_OR_MOONSET)
            && words.onlyValues(Word.Day.class, Word.At.class, Word.Phase.class);
    // “下次满月是什么时候” names a phase and asks when: that is another rule.
    boolean anotherDay =
        words.names(Word.Phase.class) && words.has(WHEN, HOW_LONG) && !words.names(Word.Day.class);
    return when(
        (looks || moves) && asks && nothingElse && !anotherDay,
        new SkyQuestion.MoonTonight(place, day(words, today)));
  }

  /** “下次满月是哪天”, “这个月哪天月亮最圆”. */
  static Optional<SkyQuestion> phase(Words words) {
    boolean asks = words.has(NEXT, THIS_MONTH, HOW_LONG);
    boolean nothingElse =
        words.only(NEXT, THIS_MONTH, HOW_LONG, WHEN, WHICH_DAY, MOON, NOW, SEE, ROUNDEST)
            && words.onlyValues(Word.Phase.class, Word.At.class);
    if (!asks || !nothingElse) {
      return Optional.empty();
    }
    if (words.has(ROUNDEST) && words.has(MOON) && !words.names(Word.Phase.class)) {
      return Optional.of(new SkyQuestion.NextPhase(MoonPhase.FULL_MOON));
    }
    return words.the(Word.Phase.class).map(word -> new SkyQuestion.NextPhase(word.phase()));
  }

  /** “下次月食什么时候”, “今年有日食吗”. */
  static Optional<SkyQuestion> eclipse(Words words, Place place) {
    boolean nothingElse =
        words.only(NEXT, WHEN, WHICH_DAY, HOW_LONG, HAPPEN, SEE, WHAT, WHICH, NOW)
            && words.onlyValues(
                Word.Darkening.class, Word.At.class, Word.Year.class, Word.Day.class);
    if (!nothingElse) {
      return Optional.empty();
    }
    return words
        .the(Word.Darkening.class)
        .flatMap(
            eclipse -> {
              Integer year = words.year();
              if (year != null && words.has(WHEN, WHICH_DAY, WHICH, HAPPEN, SEE)) {
                return Optional.of(
                    new SkyQuestion.EclipsesIn(place, year, eclipse.body(), eclipse.kind()));
              }
              boolean today = words.names(Word.Day.class) && words.has(HAPPEN, SEE, WHEN);
              return when(
                  year == null && (words.has(NEXT) || today),
                  new SkyQuestion.NextEclipse(place, eclipse.body(), eclipse.kind()));
            });
  }

  /** “现在是哪个节气”, “下一个节气是哪天”, “冬至是几号”. */
  static Optional<SkyQuestion> term(Words words, LocalDate today) {
    boolean nothingElse =
        words.only(SOLAR_TERM, NOW, NEXT, WHAT, WHEN, WHICH_DAY, HOW_LONG, HAPPEN)
            && words.onlyValues(Word.Day.class, Word.Term.class, Word.Year.class, Word.At.class);
    if (!nothingElse) {
      return Optional.empty();
    }
    if (words.names(Word.Term.class)) {
      if (words.names(Word.Day.class)) {
        return Optional.of(new SkyQuestion.TermOn(day(words, today)));
      }
      boolean asks = words.has(WHEN, WHICH_DAY, HOW_LONG);
      return words
          .the(Word.Term.class)
          .filter(term -> asks)
          .map(term -> new SkyQuestion.TermBegins(term.term(), words.year()));
    }
    if (!words.has(SOLAR_TERM) || words.names(Word.Year.class)) {
      return Optional.empty();
    }
    if (words.has(NEXT)) {
      return Optional.of(new SkyQuestion.TermAfter(today));
    }
    boolean asks = words.has(NOW) || words.names(Word.Day.class);
    return when(asks, new SkyQuestion.TermOn(day(words, today)));
  }

  /** “今天农历几月初几”. */
  static Optional<SkyQuestion> lunarDay(Words words, LocalDate today) {
    boolean asks =
        (words.names(Word.Day.class) || words.has(NOW))
            && (words.has(LUNAR_CALENDAR)
                ? words.has(LUNAR_DAY, WHAT, WHICH_DAY, WHEN)
                : words.has(LUNAR_DAY));
    boolean nothingElse =
        words.only(LUNAR_CALENDAR, LUNAR_DAY, WHAT, WHICH_DAY, NOW)
            && words.onlyValues(Word.Day.class);
    return when(asks && nothingElse, new SkyQuestion.LunarDay(day(words, today)));
  }

  /** “今晚能看到木星吗”, “今晚木星在哪个方向”. */
  static Optional<SkyQuestion> planet(Words words, Place place, LocalDate today) {
    boolean asks =
        (words.names(Word.Day.class) || words.has(NOW))
            && words.has(SEE, HAPPEN, WHERE, WHEN, RISE_OR_SET);
    boolean nothingElse =
        words.only(SEE, HAPPEN, WHERE, WHEN, NOW, RISE_OR_SET)
            && words.onlyValues(Word.Day.class, Word.At.class, Word.Of.class);
    return words
        .the(Word.Of.class)
        .filter(word -> asks && nothingElse)
        .map(word -> new SkyQuestion.PlanetTonight(word.planet(), place, day(words, today)));
  }

  /** “今晚能看到哪些行星”. */
  static Optional<SkyQuestion> planets(Words words, Place place, LocalDate today) {
    boolean asks =
        words.has(PLANETS)
            && (words.names(Word.Day.class) || words.has(NOW))
            && words.has(SEE, HAPPEN, WHERE);
    boolean nothingElse =
        words.only(PLANETS, SEE, HAPPEN, WHERE, WHICH, WHAT, NOW, WHEN)
            && words.onlyValues(Word.Day.class, Word.At.class);
    return when(asks && nothingElse, new SkyQuestion.PlanetsTonight(place, day(words, today)));
  }

  private static LocalDate day(Words words, LocalDate today) {
    return words.the(Word.Day.class).map(Word.Day::date).orElse(today);
  }

  private static Optional<SkyQuestion> when(boolean holds, SkyQuestion question) {
    return holds ? Optional.of(question) : Optional.empty();
  }
}
