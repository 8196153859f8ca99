package org.kepu.knowledge.catalog;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the sources of documents, so that what has not changed is not read again, and
 * what cannot be reached stays known. Safe for use by several threads.
 */
public interface SourceLedger {

  /** All that is known of a source, by the items' keys; empty for one never seen. */
  SortedMap<String, Entry> entries(String source);

  /**
   * Notes what was seen and forgets what is gone, in one step.
   *
   * @param seen each in place of what was known of the same key
   * @param gone keys; unknown ones do not matter
   * @throws CatalogFailureException if it cannot be written; nothing changes
   */
  void note(String source, Collection<Entry> seen, Collection<String> gone);

  /**
   * An item of a source.
   *
   * @param key names it in its source
   * @param hash of the content that was last read
   * @param document the last document that could be made of it, null if none ever could
   * @param refusal why none could be made of the content last read; empty if one could
   */
  record Entry(String key, String hash, @Nullable DocumentVersion document, String refusal) {

    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(hash, "hash");
      Objects.requireNonNull(refusal, "refusal");
      if (document == null && refusal.isEmpty()) {
        throw new IllegalArgumentException(
            "An item has a document or a reason why it has none, and '" + key + "' has neither");
      }
    }
  }

  /**
   * One version of a document, which the catalogue has recorded.
   *
   * @param id the document's
   * @param version as in the catalogue
   */
  record DocumentVersion(String id, String version) {

    public DocumentVersion {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(version, "version");
    }
  }
}
