package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;

/**
 * A part of a sentence that could stand alone: what a colon or semicolon parts.
 *
 * @param document where it stands
 * @param section under which heading
 * @param sentence the whole sentence's place in the document's text
 * @param number the sentence's number in its section, from 0
 * @param text the part, without the mark that ends it, as it is read: readings in brackets left out
 * @param whole whether it is the whole sentence
 * @param explains whether a colon stands before it: it speaks of what stands before the colon
 */
record Segment(
    Document document,
    Section section,
    Span sentence,
    int number,
    String text,
    boolean whole,
    boolean explains) {

  /** How a rare character is read: 麋（mí）鹿. */
  private static final Pattern READING =
      Pattern.compile("（[^（）]{0,6}读?[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ ]+）");

  private static final Pattern NOT_PROSE =
      Pattern.compile("(?s).*[|\\[\\]*#<>\\n].*|^[-–] .*|^\\d+\\. .*");

  private static final String OPENING = "（《“‘";
  private static final String CLOSING = "）》”’";

  Segment {
    Objects.requireNonNull(text, "text");
  }

  /** The segments of a section's prose, in its order. */
  static List<Segment> of(Document document, Section section) {
    String body = document.text().substring(section.bodyStart(), section.end());
    List<Segment> segments = new ArrayList<>();
    int number = 0;
    for (Span span : Sentences.of(body)) {
      String sentence = span.of(body);
      if (!NOT_PROSE.matcher(sentence).matches() && sentence.endsWith("。")) {
        Span place = span.shifted(section.bodyStart());
        List<String> parts = cut(READING.matcher(sentence).replaceAll(""), "；：。");
        boolean explains = false;
        for (String part : parts) {
          String text = part.replaceFirst("[；：。]$", "").strip();
          if (!text.isEmpty()) {
            segments.add(
                new Segment(document, section, place, number, text, parts.size() == 1, explains));
          }
          explains |= part.endsWith("：");
        }
      }
      number++;
    }
    return List.copyOf(segments);
  }

  /** The sentence as it stands in the document. */
  String quote() {
    return sentence.of(document.text());
  }

  /** The parts between commas, each with the comma that ends it. */
  List<String> clauses() {
    return cut(text, "，");
  }

  /** Cuts behind each of {@code marks} that stands outside brackets and quotation marks. */
  private static List<String> cut(String text, String marks) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && marks.indexOf(c) >= 0) {
        parts.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      parts.add(text.substring(start));
    }
    return parts;
  }
}
