package org.kepu.evaluation.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kepu.evaluation.load.Promises;

/**
 * What a fault did.
 *
 * @param times how often it happened
 * @param asked how many questions were asked meanwhile
 * @param finished how many of them were answered to the end
 * @param turnedAway how many were told to come back
 * @param broken how many ended without an end, or with two; only a killed process may do so
 * @param mayBreak whether it may
 * @param slowest until the service was ready again
 */
record Outcome(
    String fault,
    int times,
    long asked,
    long finished,
    long turnedAway,
    long broken,
    boolean mayBreak,
    Promises promises,
    Duration slowest) {

  static final String HEAD =
      "| fault | times | asked | finished | told to come back | broken | promised | lost | doubled | ready after, s |\n"
          + "|---|---|---|---|---|---|---|---|---|---|";

  /** What was promised and not kept, one line each. */
  List<String> shortfalls() {
    List<String> shortfalls = new ArrayList<>();
    if (promises.lost() > 0) {
      shortfalls.add("%s: %d promised answers have no record".formatted(fault, promises.lost()));
    }
    if (promises.doubled() > 0) {
      shortfalls.add("%s: %d promised answers have two".formatted(fault, promises.doubled()));
    }
    if (broken > 0 && !mayBreak) {
      shortfalls.add("%s: %d streams did not end in one event".formatted(fault, broken));
    }
    if (promises.made() == 0) {
      shortfalls.add("%s: nothing was promised, so nothing was shown".formatted(fault));
    }
    return shortfalls;
  }

  @Override
  public String toString() {
    return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f |"
        .formatted(
            fault,
            times,
            asked,
            finished,
            turnedAway,
            broken,
            promises.made(),
            promises.lost(),
            promises.doubled(),
            slowest.toMillis() / 1e3);
  }
}
