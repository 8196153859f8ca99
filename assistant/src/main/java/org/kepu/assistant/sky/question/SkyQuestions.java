package org.kepu.assistant.sky.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.place.Place;
import org.kepu.assistant.sky.place.Places;
import org.kepu.knowledge.text.TextForms;

/**
 * Understands what a question asks of the sky.
 *
 * <p>Only questions whose every word it knows are understood: one word more, a “为什么” or a “多少颗卫星”,
 * and it is a question for the collection. This is what keeps it from answering questions about
 * knowledge. Traditional characters and capitals make no difference.
 */
public final class SkyQuestions {

  private static final int FIRST_YEAR = 1901;
  private static final int LAST_YEAR = 2099;

  private final Lexicon lexicon;
  private final Places places;

  public SkyQuestions(Places places) {
    this.places = places;
    lexicon = new Lexicon(places);
  }

  /**
   * What {@code text} asks.
   *
   * @param venue where it is asked, null if unknown; a place in the question goes before it
   * @param today the day it is asked on, in China
   * @return empty if it asks for nothing that is computed, or for more than that
   */
  public Optional<SkyQuestion> understood(String text, @Nullable String venue, LocalDate today) {
    return words(TextForms.forMatching(text), today)
        .flatMap(
            words -> {
              if (count(words, Word.At.class) > 1 || count(words, Word.Day.class) > 1) {
                return Optional.empty();
              }
              Place place =
                  words.the(Word.At.class).map(Word.At::place).orElseGet(() -> places.of(venue));
              return asked(words, place, today);
            })
        .filter(SkyQuestions::withinReach);
  }

  private Optional<SkyQuestion> asked(Words words, Place place, LocalDate today) {
    return Stream.of(
            Rules.sun(words, place, today),
            Rules.moon(words, place, today),
            Rules.phase(words),
            Rules.eclipse(words, place),
            Rules.term(words, today),
            Rules.lunarDay(words, today),
            Rules.planet(words, place, today),
            Rules.planets(words, place, today))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The words of {@code text}; empty if some of it is not understood. */
  private Optional<Words> words(String text, LocalDate today) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(from))) {
        from++;
        continue;
      }
      int start = from;
      Optional<Lexicon.Found> found = Days.at(text, start, today).or(() -> lexicon.at(text, start));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      words.add(found.get().word());
      from = found.get().end();
    }
    return Optional.of(new Words(words));
  }

  private static long count(Words words, Class<? extends Word> type) {
    return words.all().stream().filter(type::isInstance).distinct().count();
  }

  private static boolean withinReach(SkyQuestion question) {
    int year =
        switch (question) {
          case SkyQuestion.SunTimes sun -> sun.day().getYear();
          case SkyQuestion.MoonTonight moon -> moon.day().getYear();
          case SkyQuestion.NextPhase phase -> FIRST_YEAR;
          case SkyQuestion.NextEclipse eclipse -> FIRST_YEAR;
          case SkyQuestion.EclipsesIn eclipses -> eclipses.year();
          case SkyQuestion.TermOn term -> term.day().getYear();
          case SkyQuestion.TermAfter term -> term.day().getYear();
          case SkyQuestion.TermBegins term -> term.year() == null ? FIRST_YEAR : term.year();
          case SkyQuestion.LunarDay lunar -> lunar.day().getYear();
          case SkyQuestion.PlanetTonight planet -> planet.day().getYear();
          case SkyQuestion.PlanetsTonight planets -> planets.day().getYear();
        };
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
