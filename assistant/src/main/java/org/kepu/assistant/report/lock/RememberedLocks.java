package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locks whose months are read once. One is made for each report, by one thread. */
public final class RememberedLocks implements Locks {

  private final Locks locks;
  private final Map<YearMonth, Optional<Snapshot>> snapshots = new HashMap<>();
  private @Nullable List<Lock> all;

  public RememberedLocks(Locks locks) {
    this.locks = locks;
  }

  @Override
  public List<Lock> all() {
    List<Lock> known = all;
    if (known == null) {
      known = locks.all();
      all = known;
    }
    return known;
  }

  @Override
  public Optional<Snapshot> snapshot(YearMonth month) {
    return snapshots.computeIfAbsent(month, locks::snapshot);
  }

  @Override
  public boolean keep(Lock lock, Snapshot snapshot) {
    return locks.keep(lock, snapshot);
  }

  @Override
  public List<Adjustment> adjustments() {
    return locks.adjustments();
  }

  @Override
  public void add(Adjustment adjustment) {
    locks.add(adjustment);
  }

  @Override
  public Late since(YearMonth month, Instant moment) {
    return locks.since(month, moment);
  }
}
