package org.kepu.assistant.grounding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kepu.assistant.grounding.Ruling.Reason;
import org.kepu.assistant.grounding.Ruling.Stopped;
import org.kepu.assistant.grounding.Ruling.Supported;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.Sentences;

/**
 * Lets a sentence pass if a place in the passages it cites says it: one sentence there, two
 * neighbours, or the best places of two passages together.
 *
 * <p>A place says a sentence if it shares enough character pairs with it, gives every number with
 * its unit or one that converts into it, every date, name and Latin word in it, ties each number to
 * the same things, and does not say the opposite. What it does not notice: a wrong relation between
 * right names (“甲吃乙” for “乙吃甲”), and a wrong word that is neither number nor name.
 *
 * <p>Safe for use by several threads.
 */
public final class ClaimGate {

  /** The least share of a sentence that must stand in what supports it. */
  private static final double LEAST_SHARED = 0.4;

  /** How much clearer two sentences must be than one: the shorter quote is the better one. */
  private static final double FOR_LONGER = 0.1;

  /** A place that speaks of it this much less than the best one speaks of something else. */
  private static final double MOST_BEHIND = 0.1;

  /** How much closer another number must stand to the same words to be the one that is meant. */
  private static final double CLEARLY_NEARER = 0.25;

  /** The same where no number is left out, so that two must have changed places. */
  private static final double FAR_NEARER = 0.5;

  private final ProperNames names;

  /**
   * @param names the collection's names
   * @param places names of places beside countries and those of this package's table
   */
  public ClaimGate(Names names, Collection<String> places) {
    this.names = new ProperNames(names, places);
  }

  /**
   * Whether a sentence says what its passages say.
   *
   * @param claim a sentence
   * @param cited the passages it rests on by its author's word
   */
  public Ruling rule(String claim, List<Passage> cited) {
    Statement said = Statement.of(claim, names);
    List<Place> places = new ArrayList<>();
    cited.forEach(passage -> places.addAll(places(said, passage)));
    places.addAll(acrossPassages(places, said));
    places.sort(Comparator.comparingDouble(Place::score).reversed());
    double best = places.isEmpty() ? 0 : places.getFirst().score();
    Stopped first = null;
    for (Place place : places) {
      if (place.shared() < LEAST_SHARED || place.score() < best - MOST_BEHIND) {
        continue;
      }
      Optional<Stopped> objection = objection(said, place);
      if (objection.isEmpty()) {
        return new Supported(place.support());
      }
      first = first == null ? objection.get() : first;
    }
    return first == null ? new Stopped(Reason.UNRELATED, said.form()) : first;
  }

  /** Every sentence of a passage, and every two neighbours. */
  private List<Place> places(Statement said, Passage passage) {
    Statement subject = Statement.of(passage.title() + "\n" + passage.heading(), names);
    List<Span> spans = Sentences.of(passage.text());
    List<Statement> sentences =
        spans.stream().map(span -> Statement.of(span.of(passage.text()), names)).toList();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      places.add(place(said, passage, subject, spans.get(i), sentences.get(i), 0));
      if (i + 1 < spans.size()) {
        places.add(
            place(
                said,
                passage,
                subject,
                new Span(spans.get(i).start(), spans.get(i + 1).end()),
                sentences.get(i).and(sentences.get(i + 1)),
                FOR_LONGER));
      }
    }
    return places;
  }

  private static Place place(
      Statement said,
      Passage passage,
      Statement subject,
      Span span,
      Statement given,
      double malus) {
    double shared = said.sharedWith(given);
    return new Place(List.of(new Support(passage, span)), given, subject, shared, shared - malus);
  }

  /** The best places of two passages, for a sentence that joins what both say. */
  private static List<Place> acrossPassages(List<Place> places, Statement said) {
    List<Place> best =
        places.stream()
            .map(place -> place.support().getFirst().passage())
            .distinct()
            .flatMap(passage -> best(places, passage).stream())
            .toList();
    List<Place> joined = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        joined.add(best.get(i).and(best.get(j), said));
      }
    }
    return joined;
  }

  private static Optional<Place> best(List<Place> places, Passage passage) {
    return places.stream()
        .filter(place -> place.support().getFirst().passage().equals(passage))
        .max(Comparator.comparingDouble(Place::score));
  }

  private static Optional<Stopped> objection(Statement said, Place place) {
    return quantity(said, place.given())
        .map(what -> new Stopped(Reason.QUANTITY, what))
        .or(() -> name(said, place).map(what -> new Stopped(Reason.NAME, what)))
        .or(() -> latin(said, place).map(what -> new Stopped(Reason.LATIN, what)))
        .or(
            () ->
                Polarity.contradiction(said.form(), place.given().form())
                    .map(what -> new Stopped(Reason.POLARITY, what)));
  }

  private static Optional<String> quantity(Statement said, Statement given) {
    List<Quantity> all =
        given.quantities().stream()
            .flatMap(quantity -> Stream.concat(Stream.of(quantity), quantity.implied()))
            .toList();
    return said.quantities().stream()
        .filter(
            quantity ->
                quantity.indefinite()
                    ? !notCounted(quantity, all)
                    : !tied(quantity, all, unsaid(quantity, said, given))
                        || inAnothersStead(quantity, said, given))
        .findFirst()
        .map(quantity -> quantity.low() + " " + quantity.unit().measures());
  }

  /** Whether it is said more often than it is given, and another of its kind not at all. */
  private static boolean inAnothersStead(Quantity quantity, Statement said, Statement given) {
    return unsaid(quantity, said, given)
        && said.quantities().stream().filter(quantity::saidBy).count()
            > Math.max(1, given.quantities().stream().filter(quantity::saidBy).count());
  }

  /** Whether the place gives another number of its kind that the sentence leaves out. */
  private static boolean unsaid(Quantity quantity, Statement said, Statement given) {
    return given.quantities().stream()
        .filter(other -> other.unit().measures().equals(quantity.unit().measures()))
        .anyMatch(other -> said.quantities().stream().noneMatch(other::saidBy));
  }

  /**
   * Whether it is there, and no other number of its kind stands clearly nearer to the same words.
   */
  private static boolean tied(Quantity said, List<Quantity> given, boolean otherLeftOut) {
    double same = nearest(said, given, said::saidBy);
    double other =
        nearest(
            said,
            given,
            quantity ->
                !said.saidBy(quantity)
                    && quantity.unit().measures().equals(said.unit().measures()));
    return same >= 0 && same >= other - (otherLeftOut ? CLEARLY_NEARER : FAR_NEARER);
  }

  /** Whether a 一 is an article, or the place counts one as well. */
  private static boolean notCounted(Quantity said, List<Quantity> given) {
    return given.stream().anyMatch(said::saidBy)
        || given.stream()
            .noneMatch(
                quantity ->
                    quantity.unit().equals(Unit.COUNT)
                        && !said.next().isBlank()
                        && quantity.next().equals(said.next()));
  }

  /** How near the nearest of some quantities is, 0 to 1; −1 if there is none. */
  private static double nearest(
      Quantity said, List<Quantity> given, Predicate<Quantity> condition) {
    return given.stream().filter(condition).mapToDouble(said::near).max().orElse(-1);
  }

  /**
   * A name must be there. One that only the title or heading gives may be what a pronoun stood for,
   * but not in another name's stead.
   */
  private static Optional<String> name(Statement said, Place place) {
    Set<String> given = place.given().names();
    List<String> added = said.names().stream().filter(name -> !given.contains(name)).toList();
    boolean replaced = given.stream().anyMatch(name -> !said.names().contains(name));
    Optional<String> foreign =
        ProperNames.foreign(said.form())
            .filter(word -> !place.given().form().contains(word))
            .filter(word -> !place.subject().form().contains(word))
            .findFirst();
    return added.stream()
        .filter(name -> replaced || !place.subject().names().contains(name))
        .map(ProperNames::spoken)
        .findFirst()
        .or(() -> foreign);
  }

  private static Optional<String> latin(Statement said, Place place) {
    return said.latin().stream()
        .filter(word -> !place.given().latin().contains(word))
        .filter(word -> !place.subject().latin().contains(word))
        .findFirst();
  }

  /**
   * A place that may support a sentence.
   *
   * @param support where it is
   * @param given what it says
   * @param subject what the title and the heading say it is about
   * @param shared how much of the sentence it says, 0 to 1
   * @param score the same, less what a longer place must be better by
   */
  private record Place(
      List<Support> support, Statement given, Statement subject, double shared, double score) {

    Place {
      support = List.copyOf(support);
    }

    Place and(Place other, Statement said) {
      Statement both = given.and(other.given);
      double sharedByBoth = said.sharedWith(both);
      return new Place(
          Stream.concat(support.stream(), other.support.stream()).toList(),
          both,
          subject.and(other.subject),
          sharedByBoth,
          sharedByBoth - 2 * FOR_LONGER);
    }
  }
}
