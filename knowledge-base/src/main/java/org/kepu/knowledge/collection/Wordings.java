package org.kepu.knowledge.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kepu.knowledge.document.Document;

/** Gives sections the other wordings of their headings. */
final class Wordings {

  private final Map<String, List<String>> bySection = new HashMap<>();

  Wordings(List<Wording> wordings) {
    for (Wording wording : wordings) {
      bySection
          .computeIfAbsent(wording.section(), section -> new ArrayList<>())
          .add(wording.question());
    }
  }

  /** The document with every wording of its sections. */
  Document of(Document document) {
    return document.askedAs(
        heading -> bySection.getOrDefault(document.id() + "#" + heading, List.of()));
  }
}
