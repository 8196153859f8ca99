package org.kepu.knowledge.collection;

import java.util.stream.Stream;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.text.Sentences;

/**
 * A question with what answers it: the first sentence is the answer, the rest explains it.
 *
 * @param file where it stands
 * @param section the heading and the text below it
 */
record Question(CollectionFile file, Section section) {

  String heading() {
    return section.heading();
  }

  String place() {
    return file.path() + " “" + heading() + "”";
  }

  /** What stands below the heading. */
  String text() {
    return file.document().text().substring(section.bodyStart(), section.end());
  }

  /** The heading and what stands below it. */
  String whole() {
    return heading() + "\n" + text();
  }

  Stream<String> sentences() {
    String text = text();
    return Sentences.of(text).stream().map(span -> span.of(text));
  }

  /** The first sentence; empty if there is none. It ends with its line at the latest. */
  String answer() {
    String line = text().strip().lines().findFirst().orElse("");
    return Sentences.of(line).stream().findFirst().map(span -> span.of(line)).orElse("");
  }

  /**
   * How many characters the author wrote: of the Markdown, because a table's rows repeat their
   * column's headings in the text; without white space and the targets of links.
   */
  long length() {
    String body = file.body();
    String heading = "\n## " + heading() + "\n";
    int at = body.indexOf(heading);
    if (at < 0) {
      return characters(text());
    }
    int from = at + heading.length() - 1;
    int to = body.indexOf("\n## ", from);
    return characters(
        CollectionFile.withoutLinkTargets(body.substring(from, to < 0 ? body.length() : to)));
  }

  /** How many of those follow the answer. */
  long explanation() {
    return length() - characters(answer());
  }

  private static long characters(String text) {
    return text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
  }
}
