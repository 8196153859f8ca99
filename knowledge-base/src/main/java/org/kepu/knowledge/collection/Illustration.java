package org.kepu.knowledge.collection;

import java.util.List;
import java.util.Objects;

/**
 * A picture that explains sections better than words.
 *
 * @param file its name among the media
 * @param title what it is called
 * @param alt what it shows, in words, for those who cannot see it
 * @param credit who made it and under which licence
 * @param sections the sections it belongs to, as {@code document#heading}
 */
public record Illustration(
    String file, String title, String alt, String credit, List<String> sections) {

  public Illustration {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(alt, "alt");
    Objects.requireNonNull(credit, "credit");
    sections = List.copyOf(sections);
  }
}
