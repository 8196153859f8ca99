package org.kepu.knowledge.engine.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings for tests: two copies, patience for a busy machine, no grace for what was replaced. */
final class TestSettings {

  private TestSettings() {}

  static OpenSearchSettings of(List<URI> nodes, String prefix) {
    return new OpenSearchSettings(
        nodes,
        new Credentials.None(),
        prefix,
        2,
        1,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ZERO);
  }
}
