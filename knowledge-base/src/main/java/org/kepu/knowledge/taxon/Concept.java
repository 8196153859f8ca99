package org.kepu.knowledge.taxon;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thing with names.
 *
 * @param id names it in the table
 * @param name its right name in Chinese (正名)
 * @param reading how the name is read, in pinyin with tones, syllables parted by spaces; null where
 *     every reader knows its characters
 * @param kind what sort of thing it is
 * @param common other Chinese names in use (俗名)
 * @param scientific its names in Latin
 * @param catalogue its numbers in catalogues
 * @param english its names in English
 * @param miswritten wrong writings of its names that people type
 * @param documents the documents that treat it, best first
 */
public record Concept(
    String id,
    String name,
    @Nullable String reading,
    Kind kind,
    List<String> common,
    List<String> scientific,
    List<String> catalogue,
    List<String> english,
    List<String> miswritten,
    List<String> documents) {

  /** What sort of thing a concept is. */
  public enum Kind {
    ORGANISM,
    FOSSIL,
    BODY,
    SPACECRAFT,
    MINERAL,
    PLACE,
    PERIOD,
    THING
  }

  public Concept {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    common = whole(common);
    scientific = whole(scientific);
    catalogue = whole(catalogue);
    english = whole(english);
    miswritten = whole(miswritten);
    documents = whole(documents);
    if (Stream.of(List.of(name), common, scientific, catalogue, english, miswritten)
        .flatMap(List::stream)
        .anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'%s' has an empty name; please fill it or take it out".formatted(id));
    }
  }

  /** Every name but the right one. */
  public Stream<String> aliases() {
    return Stream.of(common, scientific, catalogue, english, miswritten).flatMap(List::stream);
  }

  /** The names a Chinese text may call it by: the right one and the common ones. */
  public Stream<String> chineseNames() {
    return Stream.concat(Stream.of(name), common.stream());
  }

  /** A list the table leaves out is empty. */
  private static List<String> whole(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
