package org.kepu.assistant.conversation.spool;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.Opening;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.reach.Interaction;

/**
 * Does entries in the database. Doing one again, after a process died in the middle, changes
 * nothing: turns and events have ids.
 */
final class Replay {

  private final TurnLedger database;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  Replay(TurnLedger database) {
    this.database = database;
  }

  void apply(Entry entry) {
    switch (entry) {
      case Entry.Open open -> open(open.turn(), open.asked());
      case Entry.Understood understood ->
          database.understood(understood.answerId(), understood.question());
      case Entry.Close close ->
          database.close(close.answerId(), close.outcome(), close.answer(), close.ended());
      case Entry.Forget forget -> database.forget(forget.conversationId());
      case Entry.Record record -> database.record(record.events());
    }
  }

  /**
   * A request that the database had answered, or that was running, before it went away counts once.
   * Where its first try had failed, or its id was used for another, the turn is recorded without
   * the id.
   */
  private void open(NewTurn turn, Interaction asked) {
    switch (database.open(turn, asked)) {
      case Opening.Opened opened when opened.answerId().equals(turn.answerId()) -> {}
      case Opening.Opened another -> {
        database.close(
            another.answerId(),
            Outcome.CANCELLED,
            null,
            Interaction.failure(
                ids.generate(),
                asked.at(),
                another.conversationId(),
                another.answerId(),
                Outcome.CANCELLED));
        database.open(anonymous(turn), asked);
      }
      case Opening.Conflicting conflicting -> database.open(anonymous(turn), asked);
      case Opening.Answered answered -> {}
      case Opening.Running running -> {}
    }
  }

  private static NewTurn anonymous(NewTurn turn) {
    return new NewTurn(turn.answerId(), turn.conversationId(), null, turn.requestHash());
  }
}
