package org.kepu.assistant.config;

import org.kepu.knowledge.KnowledgeBase;
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
    return knowledge.ready()
        ? Health.up().build()
        : Health.outOfService().withDetail("reason", "the first index is being built").build();
  }
}
