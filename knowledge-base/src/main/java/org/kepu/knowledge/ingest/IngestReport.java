package org.kepu.knowledge.ingest;

import java.util.List;
import java.util.Objects;

/**
 * What an ingest did. Ids are sorted.
 *
 * @param result whether a generation was built
 * @param added ids of documents that were not current before
 * @param changed ids of documents of which another version was
 * @param removed ids of documents that are not current any more
 * @param kept how many documents are current as they were
 * @param quarantined what was not indexed and why; a version that was current before stays so
 * @param passages how many passages the live generation finds
 * @param embedded how many of them had a vector computed; those of the others were known
 */
public record IngestReport(
    Result result,
    List<String> added,
    List<String> changed,
    List<String> removed,
    int kept,
    List<Quarantined> quarantined,
    int passages,
    int embedded) {

  /** How an ingest ends. */
  public enum Result {
    /** A new generation is live. */
    BUILT,
    /** The live generation was made of the same documents in the same way. */
    UP_TO_DATE,
    /** The generation would be the one that was stepped back from; the live one stays. */
    WITHHELD
  }

  public IngestReport {
    Objects.requireNonNull(result, "result");
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    quarantined = List.copyOf(quarantined);
  }

  /** How many documents are current. */
  public int documents() {
    return added.size() + changed.size() + kept;
  }

  /** Whether a new generation is live. */
  public boolean built() {
    return result == Result.BUILT;
  }
}
