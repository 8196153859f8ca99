package org.kepu.evaluation.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.kepu.knowledge.collection.CollectionFolder;

/**
 * Where a section stands.
 *
 * @param section its name, {@code document#heading}
 * @param file the path of its file in the collection
 */
record SectionPlace(String section, String file) {

  private static final Comparator<SectionPlace> BY_NAME =
      Comparator.comparing(SectionPlace::section).thenComparing(SectionPlace::file);

  /** All sections that answer a question, by name. */
  static List<SectionPlace> all(CollectionFolder collection) {
    return collection.files().stream()
        .flatMap(
            file ->
                file.questions().stream()
                    .map(section -> new SectionPlace(file.nameOf(section), file.path())))
        .sorted(BY_NAME)
        .toList();
  }

  /**
   * A part of {@code places}, rounded up, by name. The same for the same places and seed: {@link
   * Random}'s sequence is specified.
   *
   * @param share above 0, at most 1
   */
  static List<SectionPlace> draw(List<SectionPlace> places, double share, long seed) {
    List<SectionPlace> shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(seed));
    int size = (int) Math.ceil(share * shuffled.size());
    return shuffled.subList(0, size).stream().sorted(BY_NAME).toList();
  }
}
