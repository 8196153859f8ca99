package org.kepu.knowledge.ingest;

/**
 * Told how the reading of sources gets on, and an ingest, if a new generation is built. Called by
 * one thread at a time.
 *
 * <p>Of passages, only those that need a vector computed are counted: those of which all vectors
 * are known, and variants, which have none, take no time to speak of.
 */
public interface IngestListener {

  /** Tells nobody. */
  IngestListener NONE =
      new IngestListener() {
        @Override
        public void started(int passages) {}

        @Override
        public void embedded(int done) {}

        @Override
        public void finished() {}
      };

  /** So many items of a source are new or changed and are being read; 1 or more. */
  default void reading(String source, int items) {}

  /** So many of them have been read. */
  default void read(int done) {}

  /** A new generation is being built, for which so many passages must be embedded; 0 or more. */
  void started(int passages);

  /** So many of them have their vectors. */
  void embedded(int done);

  /**
   * The reading or the build is over: of a build, the generation is live, or an exception says why
   * it is not.
   */
  void finished();
}
