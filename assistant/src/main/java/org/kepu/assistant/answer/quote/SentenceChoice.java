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
 * to. It leads unless another one holds clearly more of what the visitor asked beyond the heading.
 */
final class SentenceChoice {

  private static final int SUPPORT = 2;

  /**
   * How much more of the whole question another sentence must hold to be quoted before the first.
   */
  private static final double CLEARLY_MORE = 0.15;

  private SentenceChoice() {}

  /** One to three spans of the passage's text, in the order of the text after the answer. */
  static List<Span> of(Passage passage, List<QueryTerm> terms) {
    List<Span> sentences = Sentences.of(passage.text());
    int answer = answering(passage, sentences, terms);
    List<Span> chosen = new ArrayList<>();
    chosen.add(sentences.get(answer));
    int next = answer + 1;
    while (chosen.size() <= SUPPORT && next < sentences.size()) {
      chosen.add(sentences.get(next++));
    }
    return chosen;
  }

  private static int answering(Passage passage, List<Span> sentences, List<QueryTerm> terms) {
    String heading = TextForms.forMatching(passage.title() + "\n" + passage.heading());
    // What the heading already says tells no sentence below it from another.
    List<QueryTerm> asked = terms.stream().filter(term -> !heading.contains(term.text())).toList();
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
