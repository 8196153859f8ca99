package org.kepu.knowledge.engine.lucene;

/**
 * How much memory building and searching may take.
 *
 * @param bufferMb of what was added before a segment is written, in megabytes
 * @param manyVectors with more than these, their graph is searched by less than the exact vectors
 */
record Room(double bufferMb, int manyVectors) {

  /** Some 50,000 windows before a segment is written; 1 GB of exact vectors. */
  static final Room STANDARD = new Room(128, 500_000);
}
