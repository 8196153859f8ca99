package org.kepu.knowledge.source;

import java.io.IOException;
import java.util.Objects;
import org.kepu.knowledge.parse.ParseResult;

/**
 * One document in a source, before anyone has read it.
 *
 * @param key names it in its source, and stays the same when its content changes: a file's path, a
 *     page's address, a question
 * @param hash of everything its document is made of: the same hash, the same document
 * @param opening reads it
 */
public record Item(String key, String hash, Opening opening) {

  public Item {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(opening, "opening");
  }

  /** Reads an item, of exactly the content that its hash names. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Gives the document, or the reason why there is none; a document's id stays the same as long
     * as the item's key does, unless its editor gave it another.
     *
     * @throws IOException if it cannot be read now, or has changed since it was listed; what was
     *     known of it still holds
     * @throws SourceFailureException if nothing of the source can be read
     */
    ParseResult open() throws IOException;
  }
}
