package org.kepu.assistant.config;

import org.kepu.knowledge.collection.StarterCollection;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Reads the collection on a second processor while Spring reads the configuration on the first:
 * every start needs both, and neither needs the other. Who asks earlier waits for it.
 */
final class CollectionPreinitializer implements BackgroundPreinitializer {

  @Override
  public void preinitialize() {
    StarterCollection.names();
  }
}
