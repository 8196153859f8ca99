package org.kepu.assistant.report.lock;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Ledgers;

/** The ledgers as they were locked, where they are, else as they are now. */
public final class LockedLedgers implements Ledgers {

  private final Ledgers current;
  private final Locks locks;

  public LockedLedgers(Ledgers current, Locks locks) {
    this.current = current;
    this.locks = locks;
  }

  @Override
  public List<Effect> preview(List<Entry> entries) {
    return current.preview(entries);
  }

  @Override
  public List<Effect> keep(List<Entry> entries, String by) {
    return current.keep(entries, by);
  }

  @Override
  public Set<String> counted() {
    return current.counted();
  }

  @Override
  public List<Entry> upTo(LocalDate last) {
    Set<YearMonth> locked = locks.all().stream().map(Lock::month).collect(Collectors.toSet());
    Stream<Entry> open =
        current.upTo(last).stream().filter(entry -> !locked.contains(YearMonth.from(entry.day())));
    Stream<Entry> closed =
        locked.stream()
            .filter(month -> !month.atDay(1).isAfter(last))
            .flatMap(month -> locks.snapshot(month).stream())
            .flatMap(snapshot -> snapshot.entries().stream())
            .filter(entry -> !entry.day().isAfter(last));
    return Stream.concat(open, closed).sorted(Snapshot.ENTRIES).toList();
  }
}
