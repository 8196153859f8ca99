package org.kepu.knowledge.ingest;

/** Told how an ingest gets on. Called by one thread at a time. */
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

  /** A new generation of so many passages is being built. */
  void started(int passages);

  /** So many passages have their vectors. */
  void embedded(int done);

  /** The generation is live. */
  void finished();
}
