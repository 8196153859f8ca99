package org.kepu.assistant.config;

import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.search.IndexFailureException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once there is an index to ask; named {@code index} in the readiness group. */
@Component
class IndexHealthIndicator implements HealthIndicator {

  private final KnowledgeBase knowledge;

  IndexHealthIndicator(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Health health() {
    try {
      return knowledge.ready() ? Health.up().build() : unready("the first index is being built");
    } catch (IndexFailureException e) {
      return unready("the index cannot be asked");
    }
  }

  private static Health unready(String reason) {
    return Health.outOfService().withDetail("reason", reason).build();
  }
}
