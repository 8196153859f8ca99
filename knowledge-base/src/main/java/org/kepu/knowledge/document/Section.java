package org.kepu.knowledge.document;

import java.util.List;
import java.util.Objects;

/**
 * A heading and what stands under it, as offsets into the text of its document.
 *
 * @param heading the heading's text, without markup; the document's title for what precedes the
 *     first heading
 * @param level 1 for the title, 2 and more for what is below it
 * @param start where the heading's line begins, in UTF-16 code units
 * @param bodyStart where the text below the heading begins
 * @param end where the section ends, exclusive
 * @param wordings other ways in which people ask what the heading asks; never shown, it is found by
 *     them
 */
public record Section(
    String heading, int level, int start, int bodyStart, int end, List<String> wordings) {

  public Section {
    Objects.requireNonNull(heading, "heading");
    // Catalogues written before there were wordings hold none.
    wordings = wordings == null ? List.of() : List.copyOf(wordings);
    if (level < 1) {
      throw new IllegalArgumentException("A section's level is 1 or more, not " + level);
    }
    if (start < 0 || bodyStart < start || end < bodyStart) {
      throw new IllegalArgumentException(
          "A section's offsets must rise: start %d, body %d, end %d"
              .formatted(start, bodyStart, end));
    }
  }

  /** A section that is found by its heading and its text alone. */
  public Section(String heading, int level, int start, int bodyStart, int end) {
    this(heading, level, start, bodyStart, end, List.of());
  }

  /** This section with other wordings of its heading. */
  public Section askedAs(List<String> others) {
    return new Section(heading, level, start, bodyStart, end, others);
  }
}
