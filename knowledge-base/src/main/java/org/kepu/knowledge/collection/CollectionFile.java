package org.kepu.knowledge.collection;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.parse.SourceFile;

/**
 * A document together with the file it was written in.
 *
 * @param source the file; its path is relative to the collection
 * @param document what it says
 */
public record CollectionFile(SourceFile source, Document document) {

  private static final Pattern LINK_TARGET = Pattern.compile("\\]\\(([^)]*)\\)");
  private static final String END_OF_FRONT_MATTER = "\n---\n";

  public CollectionFile {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(document, "document");
  }

  /** Where the file lies in the collection, with {@code /} between folders. */
  public String path() {
    return source.path();
  }

  /** The sections that answer a question, in the order of the text. */
  public List<Section> questions() {
    return document.sections().stream().filter(section -> section.level() == 2).toList();
  }

  /** How other files name one of the sections: {@code document#heading}. */
  public String nameOf(Section section) {
    return document.id() + "#" + section.heading();
  }

  Stream<Question> answered() {
    return questions().stream().map(section -> new Question(this, section));
  }

  Metadata metadata() {
    return document.metadata();
  }

  Role role() {
    return document.metadata().role();
  }

  /** The Markdown below the front matter. */
  String body() {
    String text = source.text();
    int end = text.indexOf(END_OF_FRONT_MATTER);
    return end < 0 ? text : text.substring(end + END_OF_FRONT_MATTER.length());
  }

  List<String> links() {
    return LINK_TARGET.matcher(body()).results().map(link -> link.group(1)).toList();
  }

  /** {@code markdown} without the targets of its links. */
  static String withoutLinkTargets(String markdown) {
    return LINK_TARGET.matcher(markdown).replaceAll("]");
  }
}
