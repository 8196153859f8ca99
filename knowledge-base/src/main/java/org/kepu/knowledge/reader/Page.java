package org.kepu.knowledge.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.QueryTerm;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/**
 * What a reader is given of a passage.
 *
 * @param name what the passage is called: its title and its heading, said once
 * @param text its text, or some of its sentences
 * @param parts where in the passage the pieces of {@code text} stand, in their order; together they
 *     are as long as it
 */
public record Page(String name, String text, List<Span> parts) {

  public Page {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    parts = List.copyOf(parts);
    if (parts.stream().mapToInt(Span::length).sum() != text.length()) {
      throw new IllegalArgumentException("The parts %s are not the text's".formatted(parts));
    }
  }

  /** All of a text: places on this page are places in it. */
  public static Page of(String name, String text) {
    return new Page(name, text, List.of(new Span(0, text.length())));
  }

  /** The whole passage. */
  public static Page whole(Passage passage) {
    return of(name(passage), passage.text());
  }

  /**
   * The passage at a glance: its first sentence, which answers its heading, and of the others those
   * that hold most of the question's words, in the passage's order.
   *
   * @param most about how many characters; the first sentence stays whole
   */
  public static Page glance(Passage passage, List<QueryTerm> terms, int most) {
    if (passage.text().length() <= most) {
      return whole(passage);
    }
    List<Span> sentences = Sentences.of(passage.text());
    List<Span> chosen = new ArrayList<>(sentences.subList(0, 1));
    List<Span> others = new ArrayList<>(sentences.subList(1, sentences.size()));
    others.sort(
        (one, other) -> Double.compare(held(passage, other, terms), held(passage, one, terms)));
    int length = chosen.getFirst().length();
    for (Span sentence : others) {
      if (length >= most) {
        break;
      }
      chosen.add(sentence);
      length += sentence.length();
    }
    chosen.sort((one, other) -> Integer.compare(one.start(), other.start()));
    StringBuilder text = new StringBuilder();
    chosen.forEach(sentence -> text.append(sentence.of(passage.text())));
    return new Page(name(passage), text.toString(), chosen);
  }

  /**
   * Where in the passage {@code place} stands, up to the end of the part that it begins in.
   *
   * @param place on this page
   */
  public Span inPassage(Span place) {
    int before = 0;
    for (Span part : parts) {
      int within = place.start() - before;
      if (within < part.length()) {
        int start = part.start() + within;
        return new Span(start, Math.min(part.end(), start + place.length()));
      }
      before += part.length();
    }
    int end = parts.isEmpty() ? 0 : parts.getLast().end();
    return new Span(end, end);
  }

  private static double held(Passage passage, Span sentence, List<QueryTerm> terms) {
    return QueryTerm.coverage(terms, TextForms.forMatching(sentence.of(passage.text())));
  }

  private static String name(Passage passage) {
    return passage.heading().contains(passage.title())
        ? passage.heading()
        : passage.title() + " " + passage.heading();
  }
}
