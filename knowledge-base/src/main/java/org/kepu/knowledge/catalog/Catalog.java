package org.kepu.knowledge.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.kepu.knowledge.document.Document;

/**
 * Every version of every document that was ever indexed, so that an old citation still points at
 * something, and which version of each is the current one.
 *
 * <p>Safe for use by several threads. Recording the same version again changes nothing.
 */
public interface Catalog {

  /** Keeps these versions. None becomes current by it. All of them are kept, or none. */
  void record(Collection<Document> documents);

  /**
   * Makes exactly these recorded versions the current ones, in one step.
   *
   * @param versions a version for each document's id
   * @throws CatalogFailureException if one of them was never recorded; nothing changes
   */
  void makeCurrent(Map<String, String> versions);

  /** The current version of each document, by its id. */
  SortedMap<String, String> currentVersions();

  /** The current version of a document. */
  Optional<Document> current(String documentId);

  /** One version of a document, current or not. */
  Optional<Document> version(String documentId, String version);

  /** All current versions, ordered by id. */
  List<Document> allCurrent();
}
