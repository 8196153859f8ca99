package org.kepu.knowledge.ingest;

/**
 * Told how an ingest gets on, if a new generation is built. Called by one thread at a time.
 *
 * <p>Only passages that need a vector computed are counted: those of which all vectors are known,
 * and variants, which have none, take no time to speak of.
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

  /** A new generation is being built, for which so many passages must be embedded; 0 or more. */
  void started(int passages);

  /** So many of them have their vectors. */
  void embedded(int done);

  /** The build is over: the generation is live, or an exception says why it is not. */
  void finished();
}
