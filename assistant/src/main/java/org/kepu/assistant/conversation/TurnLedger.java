package org.kepu.assistant.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Interaction;

/**
 * Remembers every turn from before it is accepted to its end, which comes exactly once.
 *
 * <p>What it writes and the interaction log's record of it are written together or not at all. Safe
 * for use by several threads. Where the database fails, every method throws {@link
 * LedgerFailureException}.
 */
public interface TurnLedger {

  /**
   * Records a question.
   *
   * @param turn the turn to open
   * @param asked the question's record in the interaction log
   * @return whether it was opened, or what became of the same request before
   */
  Opening open(NewTurn turn, Interaction asked);

  /** Records what an open turn's question was understood to ask, where that is not what it says. */
  void understood(String answerId, String question);

  /**
   * The last turns of a conversation that were answered and not forgotten, the last one last.
   *
   * @param most at most so many
   */
  List<Remembered> remembered(String conversationId, int most);

  /**
   * Records a turn's end, unless it has ended already.
   *
   * @param answer the whole answer to give again to the same request, null if there is none
   * @param ended the end's record in the interaction log
   * @return whether this call ended it
   */
  boolean close(String answerId, Outcome outcome, @Nullable String answer, Interaction ended);

  /**
   * Records a vote on an answer; the last one counts.
   *
   * @return false if no such answer is known
   */
  boolean vote(String answerId, Vote vote, @Nullable String reason);

  /**
   * Deletes what was said in a conversation. Its records in the interaction log have no text of it.
   */
  void forget(String conversationId);

  /**
   * Ends the turns that a stopped process left open, as errors.
   *
   * @return how many there were
   */
  int closeAbandoned();
}
