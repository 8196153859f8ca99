package org.kepu.assistant.answer.quote;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.search.QueryTerm;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/**
 * Which sentences of a passage to quote: the one that answers, and up to two that support it.
 *
 * <p>The first sentence below a heading answers that heading, by the rule our articles are written
 * to, so it always leads. It is followed by the two after it, unless another sentence holds clearly
 * more of what the visitor asked beyond the heading: then by that one and the one after it.
 */
final class SentenceChoice {

  private static final int SUPPORT = 2;

  /**
   * How much more of the whole question another sentence must hold to be quoted beside the first.
   */
  private static final double CLEARLY_MORE = 0.15;

  private SentenceChoice() {}

  /** One to three spans of the passage's text, in its order. */
  static List<Span> of(Passage passage, List<QueryTerm> terms) {
    List<Span> sentences = Sentences.of(passage.text());
    int support = Math.max(1, closest(passage, sentences, terms));
    List<Span> chosen = new ArrayList<>();
    chosen.add(sentences.getFirst());
    chosen.addAll(
        sentences.subList(
            Math.min(support, sentences.size()), Math.min(support + SUPPORT, sentences.size())));
    return chosen;
  }

  /** The sentence that holds clearly more of the question than the first; 0 if none does. */
  private static int closest(Passage passage, List<Span> sentences, List<QueryTerm> terms) {
    String heading = TextForms.forMatching(passage.title() + "\n" + passage.heading());
    // What the heading already says tells no sentence below it from another, nor do single
    // characters.
    List<QueryTerm> asked =
        terms.stream()
            .filter(term -> term.text().length() > 1 && !heading.contains(term.text()))
            .toList();
    double share = weight(asked) / Math.max(weight(terms), Double.MIN_NORMAL);
    int best = 0;
    double most = share * coverage(passage, sentences.getFirst(), asked) + CLEARLY_MORE;
    for (int i = 1; i < sentences.size(); i++) {
      double covered = share * coverage(passage, sentences.get(i), asked);
      if (covered > most) {
        best = i;
        most = covered;
      }
    }
    return best;
  }

  private static double weight(List<QueryTerm> terms) {
    return terms.stream().mapToDouble(QueryTerm::weight).sum();
  }

  private static double coverage(Passage passage, Span sentence, List<QueryTerm> asked) {
    return Evidence.coverage(asked, TextForms.forMatching(sentence.of(passage.text())));
  }
}
