package org.kepu.knowledge.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /** Makes exactly these recorded versions the current ones, in one step. */
  void makeCurrent(Collection<Document> documents);

  /** The current version of a document. */
  Optional<Document> current(String documentId);

  /** One version of a document, current or not. */
  Optional<Document> version(String documentId, String version);

  /** All current versions, ordered by id. */
  List<Document> allCurrent();
}
