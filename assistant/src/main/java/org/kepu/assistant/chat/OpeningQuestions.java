package org.kepu.assistant.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;

/**
 * Questions to begin with, for those who do not know what to ask: headings of the collection, one a
 * document, so that each has an answer. First of the exhibit, then of the venue, then of the rest.
 */
public final class OpeningQuestions {

  private static final int COUNT = 6;

  private final KnowledgeBase knowledge;
  private final RandomGenerator random;

  public OpeningQuestions(KnowledgeBase knowledge) {
    this(knowledge, new Random());
  }

  OpeningQuestions(KnowledgeBase knowledge, RandomGenerator random) {
    this.knowledge = knowledge;
    this.random = random;
  }

  /** Six questions, fewer only if the collection has fewer documents. */
  public List<String> at(@Nullable String venue, @Nullable String exhibit) {
    List<Document> shuffled = new ArrayList<>(knowledge.documents());
    shuffled.removeIf(OpeningQuestions::notToBeginWith);
    Collections.shuffle(shuffled, random);
    Set<String> questions = new LinkedHashSet<>();
    shuffled.stream()
        .filter(document -> exhibit != null && document.metadata().exhibits().contains(exhibit))
        .forEach(document -> add(document, questions));
    shuffled.stream()
        .filter(document -> venue != null && document.metadata().venues().contains(venue))
        .forEach(document -> add(document, questions));
    shuffled.forEach(document -> add(document, questions));
    return List.copyOf(questions);
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

  private static void add(Document document, Set<String> questions) {
    if (questions.size() < COUNT) {
      document.sections().stream()
          .map(Section::heading)
          .filter(heading -> heading.endsWith("？"))
          .findFirst()
          .ifPresent(questions::add);
    }
  }
}
