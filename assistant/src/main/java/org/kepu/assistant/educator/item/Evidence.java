package org.kepu.assistant.educator.item;

import java.util.List;
import java.util.Objects;

/**
 * A place in the collection that an item rests on.
 *
 * @param documentId the document
 * @param documentVersion the version that {@code start} and {@code end} point into
 * @param title the document's title
 * @param heading the heading it stands under
 * @param start where the quote begins in the document's text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param quote the text between them
 * @param sources where an editor can check it
 * @param licence under which it may be reused
 */
public record Evidence(
    String documentId,
    String documentVersion,
    String title,
    String heading,
    int start,
    int end,
    String quote,
    List<String> sources,
    String licence) {

  public Evidence {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(documentVersion, "documentVersion");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(licence, "licence");
    sources = List.copyOf(sources);
    if (start < 0 || end - start != quote.length() || quote.isEmpty()) {
      throw new IllegalArgumentException(
          "A quote of %d characters does not stand at %d to %d"
              .formatted(quote.length(), start, end));
    }
  }

  /** The section, as editors and evaluations name it. */
  public String section() {
    return documentId + "#" + heading;
  }
}
