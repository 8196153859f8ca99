package org.kepu.assistant.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/**
 * Finds the place in a passage that supports a sentence: one sentence of it, or two neighbours,
 * that share enough character pairs with it and hold every number and Latin word in it.
 */
public final class Grounding {

  /** The least share of a sentence's character pairs that must stand in what supports it. */
  private static final double LEAST_SHARED = 0.4;

  private static final Pattern EXACT = Pattern.compile("\\d+(?:\\.\\d+)?|[a-z]{2,}");

  private Grounding() {}

  /**
   * The span of {@code passage} that supports {@code claim}, the one that shares most with it;
   * empty if none does.
   */
  public static Optional<Span> support(String claim, String passage) {
    String wanted = TextForms.forMatching(claim);
    Set<String> pairs = pairs(wanted);
    List<String> exact = exact(wanted);
    List<Span> sentences = Sentences.of(passage);
    Span best = null;
    double most = LEAST_SHARED;
    for (int length = 1; length <= 2; length++) {
      for (int i = 0; i + length <= sentences.size(); i++) {
        Span span = new Span(sentences.get(i).start(), sentences.get(i + length - 1).end());
        String text = TextForms.forMatching(span.of(passage));
        double shared = shared(pairs, text);
        // Two sentences must be clearly better than one: the shorter quote is the better one.
        if (shared > most + (length - 1) * 0.1 && exact(text).containsAll(exact)) {
          best = span;
          most = shared;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<String> exact(String text) {
    return EXACT.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    Matcher runs = Pattern.compile("[\\p{L}\\p{N}]+").matcher(text);
    while (runs.find()) {
      String run = runs.group();
      for (int i = 0; i + 1 < run.length(); i++) {
        pairs.add(run.substring(i, i + 2));
      }
    }
    return pairs;
  }

  private static double shared(Set<String> pairs, String text) {
    return pairs.isEmpty()
        ? 0
        : (double) pairs.stream().filter(text::contains).count() / pairs.size();
  }
}
