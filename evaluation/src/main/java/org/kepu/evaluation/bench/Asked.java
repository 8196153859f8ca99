package org.kepu.evaluation.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextQuestion;

/**
 * A question.
 *
 * @param document the document that answers it
 */
record Asked(String question, String document) {

  /** The questions of a set that one of {@code documents} answers, in their order. */
  static List<Asked> of(Path data, String set, Set<String> documents) {
    return ReadingSet.questions(data, set).stream()
        .filter(question -> documents.contains(question.passageId()))
        .map(Asked::of)
        .distinct()
        .toList();
  }

  /** The questions of some sets in any order, the same for the same seed. */
  static List<Asked> shuffled(Path data, List<String> sets, Set<String> documents, long seed) {
    List<Asked> all = new ArrayList<>();
    sets.forEach(set -> all.addAll(of(data, set, documents)));
    Collections.shuffle(all, new Random(seed));
    return all;
  }

  private static Asked of(TextQuestion question) {
    return new Asked(question.question(), question.passageId());
  }
}
