package org.kepu.knowledge.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;

/**
 * What is to be searched, and what is left out. The catalogue has recorded every version, so that
 * an ingest holds one document at a time, however many there are.
 *
 * @param versions the version of each document, by its id
 * @param quarantined what is left out, by its id
 */
public record Contents(SortedMap<String, String> versions, List<Quarantined> quarantined) {

  private static final Comparator<Quarantined> BY_ID =
      Comparator.comparing(Quarantined::id).thenComparing(Quarantined::reason);

  public Contents {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    quarantined = quarantined.stream().sorted(BY_ID).toList();
  }

  /**
   * Leaves out what cannot be found or told apart, and keeps the current version of a document that
   * cannot be read this time: a file that is being written must not take its content away.
   *
   * @param unreadable what could not be made documents of
   */
  static Contents of(List<Document> documents, List<Quarantined> unreadable, Catalog catalog) {
    SortedMap<String, Document> taken = new TreeMap<>();
    List<Quarantined> quarantined = new ArrayList<>(unreadable);
    Set<String> seen = new HashSet<>();
    for (Document document : documents) {
      if (!seen.add(document.id())) {
        quarantined.add(new Quarantined(document.id(), SAME_ID));
      } else if (!document.hasText()) {
        quarantined.add(new Quarantined(document.id(), WITHOUT_TEXT));
      } else {
        taken.put(document.id(), document);
      }
    }
    SortedMap<String, String> versions = Document.versions(taken.values());
    SortedMap<String, String> current = catalog.currentVersions();
    for (Quarantined left : quarantined) {
      String version = current.get(left.id());
      if (version != null) {
        versions.putIfAbsent(left.id(), version);
      }
    }
    catalog.record(
        taken.values().stream()
            .filter(document -> !document.version().equals(current.get(document.id())))
            .toList());
    return new Contents(versions, quarantined);
  }

  /** Why the second of two documents is left out. */
  static final String SAME_ID = "编号与另一份文档相同，请给其中一份换一个编号（id）";

  /** Why a document is left out that has nothing but headings. */
  static final String WITHOUT_TEXT = "没有可检索的正文，请补充内容";
}
