package org.kepu.knowledge.passage;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;

/**
 * Cuts a document into passages and a passage into windows, always at the ends of sentences.
 *
 * <p>A section is one passage. A section longer than the limit becomes several, each beginning with
 * the last sentence of the one before, so that an answer which spans two sentences is whole in one
 * of them. Cutting is a function of the document and these settings alone.
 *
 * @param passageLimit the most characters of a passage; a single longer sentence stays whole
 * @param windowLength how many characters a window aims at
 */
public record PassageSplitter(int passageLimit, int windowLength) {

  /** Sections of the length our writing guide asks for stay whole. Windows as measured best. */
  public static final PassageSplitter STANDARD = new PassageSplitter(1200, 120);

  private static final Span NOT_IN_TEXT = new Span(0, 0);

  public PassageSplitter {
    if (windowLength < 20 || passageLimit < windowLength) {
      throw new IllegalArgumentException(
          "A window has 20 characters or more and a passage no fewer, not %d and %d"
              .formatted(windowLength, passageLimit));
    }
  }

  /** Changes whenever the same document would be cut differently. */
  public String id() {
    return "sections/" + passageLimit + "/" + windowLength + "/2";
  }

  /**
   * The passages of {@code document}, in the order of its text; sections without text give none.
   */
  public List<Passage> split(Document document) {
    List<Passage> passages = new ArrayList<>();
    for (Section section : document.sections()) {
      String body = document.text().substring(section.bodyStart(), section.end());
      for (Span part : groups(Sentences.of(body), passageLimit, 1)) {
        Span span = part.shifted(section.bodyStart());
        passages.add(passage(document, section, span, passages.size()));
      }
    }
    return passages;
  }

  /**
   * The windows of a passage: first its title and heading, which are often the visitor's question,
   * and the heading's other wordings, then its text in parts.
   */
  public List<Window> windows(Passage passage) {
    List<Window> windows = new ArrayList<>();
    String name =
        passage.heading().contains(passage.title())
            ? passage.heading()
            : passage.title() + " " + passage.heading();
    windows.add(new Window(NOT_IN_TEXT, name));
    passage.wordings().forEach(asked -> windows.add(new Window(NOT_IN_TEXT, asked)));
    for (Span span : groups(Sentences.of(passage.text()), windowLength, 0)) {
      windows.add(new Window(span, span.of(passage.text())));
    }
    return windows;
  }

  private static Passage passage(Document document, Section section, Span span, int number) {
    return new Passage(
        document.id() + "#" + number,
        document.id(),
        document.version(),
        document.title(),
        document.metadata().aliases(),
        section.heading(),
        section.wordings(),
        span,
        span.of(document.text()),
        document.metadata().venues(),
        document.metadata().role(),
        document.metadata().validTo());
  }

  /** Neighbouring sentences joined up to {@code limit} characters; {@code overlap} are repeated. */
  private static List<Span> groups(List<Span> sentences, int limit, int overlap) {
    List<Span> groups = new ArrayList<>();
    int first = 0;
    while (first < sentences.size()) {
      int next = first + 1;
      while (next < sentences.size()
          && sentences.get(next).end() - sentences.get(first).start() <= limit) {
        next++;
      }
      groups.add(new Span(sentences.get(first).start(), sentences.get(next - 1).end()));
      first = Math.max(first + 1, next - overlapBefore(sentences, next, limit, overlap));
    }
    return groups;
  }

  /** How many sentences before {@code next} to repeat: none at the end, nor if they do not fit. */
  private static int overlapBefore(List<Span> sentences, int next, int limit, int overlap) {
    boolean fits =
        next < sentences.size()
            && sentences.get(next).end() - sentences.get(next - overlap).start() <= limit;
    return fits ? overlap : 0;
  }
}
