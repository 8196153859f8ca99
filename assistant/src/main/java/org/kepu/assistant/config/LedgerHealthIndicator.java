package org.kepu.assistant.config;

import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether questions can be recorded: in the database, or in the spool while that is away. Visitors
 * are served either way, so only a database that fails without the spool's taking over is down.
 */
@Component
final class LedgerHealthIndicator implements HealthIndicator {

  private final SpooledLedger ledger;

  LedgerHealthIndicator(SpooledLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Health health() {
    if (ledger.spooling()) {
      return Health.up().withDetail("records", "spool").build();
    }
    try {
      ledger.others();
      return Health.up().withDetail("records", "database").build();
    } catch (LedgerFailureException e) {
      return e.away() ? Health.up().withDetail("records", "spool").build() : Health.down().build();
    }
  }
}
