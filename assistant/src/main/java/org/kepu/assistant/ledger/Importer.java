package org.kepu.assistant.ledger;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the entries of a table with the activities they are of and the record that they came in:
 * all of that, or nothing. Safe for use by several threads and processes.
 */
public final class Importer {

  private final Ledgers ledgers;
  private final ActivityRows activityRows;
  private final InteractionLog log;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  public Importer(
      Ledgers ledgers,
      ActivityRows activityRows,
      InteractionLog log,
      TransactionOperations transaction,
      InstantSource clock) {
    this.ledgers = ledgers;
    this.activityRows = activityRows;
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What became of entries, or would.
   *
   * @param kept whether they were kept
   * @param effects what became of each, in their order
   * @param match what they mean for the activities
   */
  public record Outcome(boolean kept, List<Ledgers.Effect> effects, ActivityRows.Match match) {

    public Outcome {
      effects = List.copyOf(effects);
    }
  }

  /** What would become of these; nothing is kept. */
  public Outcome preview(List<Entry> entries) {
    List<Ledgers.Effect> effects = ledgers.preview(entries);
    return new Outcome(false, effects, activityRows.match(entries, effects));
  }

  /**
   * Keeps these, unless one of them fits no activity.
   *
   * @param by the name of the account that hands them in
   * @throws OvertakenException if another changed meanwhile what they belong to; nothing is kept
   */
  public Outcome keep(List<Entry> entries, String by) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Outcome outcome = preview(entries);
              if (!outcome.match().misfits().isEmpty()) {
                return outcome;
              }
              activityRows.keep(outcome.match(), by);
              List<Ledgers.Effect> effects = ledgers.keep(entries, by);
              if (effects.stream().anyMatch(effect -> effect != Ledgers.Effect.SAME)) {
                log.append(Interaction.ledgerImport(ids.generate(), clock.instant()));
              }
              return new Outcome(true, effects, outcome.match());
            }));
  }
}
