package org.kepu.assistant.chat;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;

/**
 * Questions to begin with, for those who do not know what to ask: headings of the collection, so
 * that each has an answer. First of the exhibit, then of the hall, then of the venue, then of the
 * rest; but for the exhibit, one a document. Children get those that are answered in children's
 * words first, and short ones before long ones.
 */
public final class OpeningQuestions {

  private static final int COUNT = 6;
  private static final int COUNT_IN_A_HALL = 8;
  private static final int OF_THE_EXHIBIT = 3;

  /** In characters: so long a question of one clause is for children too. */
  private static final int SHORT = 14;

  private final KnowledgeBase knowledge;
  private final Halls halls;
  private final RandomGenerator random;

  public OpeningQuestions(KnowledgeBase knowledge, Halls halls) {
    this(knowledge, halls, new Random());
  }

  OpeningQuestions(KnowledgeBase knowledge, Halls halls, RandomGenerator random) {
    this.knowledge = knowledge;
    this.halls = halls;
    this.random = random;
  }

  /**
   * Six questions, eight in a hall that is known; fewer only if the collection has fewer documents.
   * An exhibit says which hall it is in where nobody else does.
   */
  public List<String> at(
      @Nullable String venue, @Nullable String hall, @Nullable String exhibit, Audience audience) {
    Optional<Exhibit> shown = halls.exhibit(exhibit);
    Optional<Hall> around = halls.hall(hall).or(() -> halls.around(exhibit));
    Draw draw = new Draw(knowledge.documents(), audience, random);
    Set<String> questions = new LinkedHashSet<>();
    shown.ifPresent(it -> add(draw.about(it), OF_THE_EXHIBIT, questions));
    List<String> told = shown.map(Exhibit::articles).orElse(List.of());
    around.ifPresent(
        it ->
            add(
                draw.eachOf(document -> it.shows(document) && !told.contains(document.id())),
                COUNT,
                questions));
    int most = around.isPresent() ? COUNT_IN_A_HALL : COUNT;
    add(
        draw.eachOf(document -> venue != null && document.metadata().venues().contains(venue)),
        most,
        questions);
    add(draw.eachOf(document -> true), most, questions);
    return List.copyOf(questions);
  }

  private static void add(Stream<String> more, int most, Set<String> questions) {
    more.takeWhile(question -> questions.size() < most).forEach(questions::add);
  }

  /** The documents in the order of one draw. */
  private static final class Draw {

    private final List<Document> shuffled;
    private final Map<String, Set<String>> forChildren;
    private final boolean child;
    private final RandomGenerator random;

    Draw(List<Document> documents, Audience audience, RandomGenerator random) {
      this.random = random;
      child = audience == Audience.CHILD;
      forChildren = child ? variants(documents) : Map.of();
      shuffled = new ArrayList<>(documents);
      shuffled.removeIf(Draw::notToBeginWith);
      Collections.shuffle(shuffled, random);
    }

    /** Those of the exhibit's documents, the most fitting document's first. */
    Stream<String> about(Exhibit exhibit) {
      return exhibit.articles().stream()
          .flatMap(id -> shuffled.stream().filter(document -> document.id().equals(id)))
          .flatMap(
              document -> {
                List<Candidate> candidates = new ArrayList<>(candidates(document));
                Collections.shuffle(candidates, random);
                return candidates.stream().sorted(Candidate.SIMPLEST_FIRST);
              })
          .map(Candidate::question);
    }

    /** One of each document that is {@code wanted}. */
    Stream<String> eachOf(Predicate<Document> wanted) {
      return shuffled.stream()
          .filter(wanted)
          .flatMap(document -> candidates(document).stream().min(Candidate.SIMPLEST_FIRST).stream())
          .sorted(Candidate.SIMPLEST_FIRST)
          .map(Candidate::question);
    }

    private List<Candidate> candidates(Document document) {
      Set<String> told = forChildren.getOrDefault(document.id(), Set.of());
      return document.sections().stream()
          .map(Section::heading)
          .filter(heading -> heading.endsWith("？"))
          .map(heading -> new Candidate(heading, child ? effort(heading, told) : 0))
          .toList();
    }

    private static int effort(String heading, Set<String> told) {
      boolean simple = heading.length() <= SHORT && !heading.contains("，");
      return (told.contains(heading) ? 0 : 2) + (simple ? 0 : 1);
    }

    /** The headings that are answered in children's words, by the ids of the articles. */
    private static Map<String, Set<String>> variants(List<Document> documents) {
      return documents.stream()
          .filter(document -> document.metadata().role() instanceof Role.Variant)
          .collect(
              groupingBy(
                  document -> ((Role.Variant) document.metadata().role()).of(),
                  flatMapping(
                      document -> document.sections().stream().map(Section::heading), toSet())));
    }

    /** Variants repeat other headings, and nobody is invited to ask about snake bites. */
    private static boolean notToBeginWith(Document document) {
      return switch (document.metadata().role()) {
        case Role.Article article -> false;
        case Role.Myth myth -> false;
        case Role.Variant variant -> true;
        case Role.Advice advice -> true;
      };
    }
  }

  /**
   * A question that may be offered.
   *
   * @param effort what it asks of a child; the same of all for everybody else
   */
  private record Candidate(String question, int effort) {

    /** Leaves those that are alike in their order. */
    static final Comparator<Candidate> SIMPLEST_FIRST = Comparator.comparingInt(Candidate::effort);
  }
}
