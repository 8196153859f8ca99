package org.kepu.assistant.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * Deletes what was said in a conversation, here and in the interaction log's texts; a turn still
   * open leaves nothing behind when it ends. The figures stay.
   */
  void forget(String conversationId);

  /**
   * Records events that belong to no turn of this service, all of them or none.
   *
   * @return for each, whether it is new; one that was recorded before changes nothing
   */
  List<Boolean> record(List<Interaction> events);

  /** Says that this process lives, so that others leave its open turns alone. */
  void beat();

  /** The other processes that have open turns, each with how often it said that it lives. */
  Map<String, Long> others();

  /**
   * Ends the turns that these processes left open, as errors.
   *
   * @return how many there were
   */
  int closeAbandoned(Set<String> processes);

  /**
   * Deletes every text that was written before {@code before}; the figures stay.
   *
   * @return how many records of the interaction log lost their text
   */
  int deleteTexts(Instant before);
}
