package org.kepu.assistant.sky.question;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.ephemeris.SolarTerm;
import org.kepu.assistant.sky.place.Place;

/** A word of a question, by what it means here. */
sealed interface Word {

  /** A word whose kind says it all. */
  record Plain(Kind kind) implements Word {}

  record Day(LocalDate date) implements Word {}

  record Year(int year) implements Word {}

  record At(Place place) implements Word {}

  record Of(Planet planet) implements Word {}

  record Term(SolarTerm term) implements Word {}

  record Phase(MoonPhase phase) implements Word {}

  /** An eclipse, as exactly as the word says: “月全食” is total, “月食” any of the Moon's. */
  record Darkening(Eclipse.@Nullable Body body, Eclipse.@Nullable Kind kind) implements Word {}

  /** The kinds of plain words, as the lexicon names them. */
  enum Kind {
    /** Polite or empty; may stand anywhere. */
    FILLER,
    /** “今晚” beside “什么样”: now, this night. */
    NOW,
    /** “几点”: at what time. */
    WHEN,
    /** “哪天”: on what day. */
    WHICH_DAY,
    /** “多久”: how long until then. */
    HOW_LONG,
    /** “什么”, “哪个”. */
    WHAT,
    /** “哪些”, “几颗”. */
    WHICH,
    /** “哪个方向”. */
    WHERE,
    /** “下一次”. */
    NEXT,
    /** “这个月”. */
    THIS_MONTH,
    /** “有”, “发生”. */
    HAPPEN,
    /** “能看到”. */
    SEE,
    SUN,
    /** Rising or setting, of whatever is named. */
    RISE_OR_SET,
    /** “日出”: needs no other subject. */
    SUNRISE_OR_SUNSET,
    MOON,
    MOONRISE_OR_MOONSET,
    /** “什么样”, “圆不圆”. */
    LOOK,
    /** “月相”. */
    MOON_SHAPE,
    /** “最圆”. */
    ROUNDEST,
    SOLAR_TERM,
    LUNAR_CALENDAR,
    /** “初几”, “几月几日”. */
    LUNAR_DAY,
    PLANETS
  }
}
