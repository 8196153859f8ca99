package org.kepu.assistant.answer.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.search.QueryTerm;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/**
 * Which sentences of a passage to quote: the one that answers, and up to two that support it.
 *
 * <p>The first sentence below a heading answers that heading, by the rule our articles are written
 * to, so it always leads. It is followed by the two after it, unless the reader saw the answer in a
 * later sentence, or, where it was not asked, another sentence holds clearly more of what the
 * visitor asked beyond the heading: then by that one and the one after it.
 */
final class SentenceChoice {

  /**
   * How much more of the whole question another sentence must hold to be quoted beside the first.
   */
  private static final double CLEARLY_MORE = 0.15;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** In words: a species, its author and the year. */
  private static final int LONGEST_NAME = 4;

  private SentenceChoice() {}

  /** One to three spans of the passage's text, in its order. */
  static List<Span> of(Finding finding, List<QueryTerm> terms, Manner manner) {
    Passage passage = finding.passage();
    Reading reading = finding.reading();
    List<Span> sentences = worthQuoting(passage.text(), reading);
    int answering =
        reading == null ? closest(passage, sentences, terms) : holding(reading.answer(), sentences);
    List<Span> chosen = new ArrayList<>();
    chosen.add(sentences.getFirst());
    if (answering > 0) {
      chosen.add(sentences.get(answering));
    }
    int after = Math.min(answering + 1, sentences.size());
    manner.support(sentences.subList(after, sentences.size()), answering > 0).forEach(chosen::add);
    return chosen;
  }

  /**
   * All sentences, but of a Chinese text those that hold no Chinese: a formula, or something
   * planted for a model to obey. A name stays where the reader saw the answer in it, and they may
   * be quoted where there is nothing else.
   */
  private static List<Span> worthQuoting(String text, @Nullable Reading reading) {
    List<Span> all = Sentences.of(text);
    List<Span> worth =
        all.stream()
            .filter(
                span ->
                    HAN.matcher(span.of(text)).find()
                        || (reading != null && isNameIn(span, text, reading.answer())))
            .toList();
    return worth.stream().anyMatch(span -> HAN.matcher(span.of(text)).find()) ? worth : all;
  }

  private static boolean isNameIn(Span sentence, String text, Span answer) {
    return sentence.start() <= answer.start()
        && answer.start() < sentence.end()
        && sentence.of(text).strip().split("\\s+").length <= LONGEST_NAME;
  }

  /** The sentence that holds the beginning of {@code answer}. */
  private static int holding(Span answer, List<Span> sentences) {
    for (int i = sentences.size() - 1; i > 0; i--) {
      if (sentences.get(i).start() <= answer.start()) {
        return i;
      }
    }
    return 0;
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
    return QueryTerm.coverage(asked, TextForms.forMatching(sentence.of(passage.text())));
  }
}
