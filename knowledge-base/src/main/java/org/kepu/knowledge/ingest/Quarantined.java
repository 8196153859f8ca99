package org.kepu.knowledge.ingest;

import java.util.Objects;

/**
 * A document that is not indexed.
 *
 * @param id the document's id, or its file's path where it could not be read as far as that
 * @param reason why, and the way out
 */
public record Quarantined(String id, String reason) {

  public Quarantined {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
  }
}
