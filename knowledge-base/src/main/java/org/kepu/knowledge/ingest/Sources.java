package org.kepu.knowledge.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;

/**
 * What an ingest is about to index, in the order of the documents' ids, and what it leaves out.
 *
 * @param documents what will be current
 * @param versions the same, a version for each id
 * @param quarantined what will not
 */
record Sources(
    List<Document> documents, SortedMap<String, String> versions, List<Quarantined> quarantined) {

  /**
   * Leaves out what cannot be found or told apart, and keeps the current version of a document that
   * cannot be read this time: a file that is being written must not take its content away.
   *
   * @param unreadable what the sources could not make documents of
   */
  static Sources of(List<Document> documents, List<Quarantined> unreadable, Catalog catalog) {
    SortedMap<String, Document> taken = new TreeMap<>();
    List<Quarantined> quarantined = new ArrayList<>(unreadable);
    Set<String> seen = new HashSet<>();
    for (Document document : documents) {
      if (!seen.add(document.id())) {
        quarantined.add(
            new Quarantined(
                document.id(), "an earlier document has the same id; please rename one of them"));
      } else if (!document.hasText()) {
        quarantined.add(new Quarantined(document.id(), "there is no text in it to be found"));
      } else {
        taken.put(document.id(), document);
      }
    }
    for (Quarantined left : quarantined) {
      if (!taken.containsKey(left.id())) {
        catalog.current(left.id()).ifPresent(current -> taken.put(current.id(), current));
      }
    }
    quarantined.sort(Comparator.comparing(Quarantined::id).thenComparing(Quarantined::reason));
    List<Document> ordered = List.copyOf(taken.values());
    return new Sources(ordered, Document.versions(ordered), List.copyOf(quarantined));
  }
}
