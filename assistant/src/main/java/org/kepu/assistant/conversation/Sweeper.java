package org.kepu.assistant.conversation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Ends the turns of processes that died. A process that lives counts its beats in the ledger; one
 * whose count stands still for a lease is dead. Only this process's own clock is looked at, so
 * clocks that differ between machines do no harm. Not safe for use by several threads.
 */
public final class Sweeper {

  private final TurnLedger ledger;
  private final Duration lease;
  private final LongSupplier nanos;
  private final Map<String, Sighting> seen = new HashMap<>();

  /**
   * @param lease how long a process may be silent; several times as long as it takes between two
   *     calls of {@link #sweep}
   * @param nanos a clock that only goes forward
   */
  public Sweeper(TurnLedger ledger, Duration lease, LongSupplier nanos) {
    this.ledger = ledger;
    this.lease = lease;
    this.nanos = nanos;
  }

  /**
   * Says that this process lives, and ends the turns of those that do not.
   *
   * @return how many turns were ended
   */
  public int sweep() {
    ledger.beat();
    long now = nanos.getAsLong();
    Map<String, Long> others = ledger.others();
    seen.keySet().retainAll(others.keySet());
    others.forEach(
        (process, beats) ->
            seen.merge(
                process,
                new Sighting(beats, now),
                (before, latest) -> before.beats() == latest.beats() ? before : latest));
    Set<String> dead =
        seen.entrySet().stream()
            .filter(entry -> now - entry.getValue().at() >= lease.toNanos())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return dead.isEmpty() ? 0 : ledger.closeAbandoned(dead);
  }

  private record Sighting(long beats, long at) {}
}
