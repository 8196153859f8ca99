package org.kepu.assistant.reach.count;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.kepu.assistant.answer.Channel;

/** Parts the turns that carry one conversation id into conversations as the dictionary has them. */
final class Conversations {

  /** Away from a kiosk, so long a silence ends a conversation. */
  static final Duration GAP = Duration.ofMinutes(30);

  /** The same text again so soon is the same question, tapped twice. */
  static final Duration REPETITION = Duration.ofSeconds(5);

  private Conversations() {}

  /**
   * @param turns in the order of their time
   * @param resets when a kiosk was reset
   */
  static List<List<Turn>> of(List<Turn> turns, NavigableSet<Instant> resets) {
    List<List<Turn>> conversations = new ArrayList<>();
    List<Turn> current = new ArrayList<>();
    for (Turn turn : turns) {
      if (!current.isEmpty() && ended(current.getLast(), turn, resets)) {
        conversations.add(current);
        current = new ArrayList<>();
      }
      current.add(turn);
    }
    if (!current.isEmpty()) {
      conversations.add(current);
    }
    conversations.forEach(Conversations::markRepetitions);
    return conversations;
  }

  private static boolean ended(Turn before, Turn turn, NavigableSet<Instant> resets) {
    if (turn.scene().channel() == Channel.KIOSK) {
      Instant reset = resets.ceiling(before.at());
      return reset != null && !reset.isAfter(turn.at());
    }
    return Duration.between(before.at(), turn.at()).compareTo(GAP) > 0;
  }

  private static void markRepetitions(List<Turn> turns) {
    for (int i = 1; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      for (int j = i - 1; j >= 0 && soon(turns.get(j), turn); j--) {
        if (turn.textKey() != null && turn.textKey().equals(turns.get(j).textKey())) {
          turn.markRepetition();
          break;
        }
      }
    }
  }

  private static boolean soon(Turn before, Turn turn) {
    return Duration.between(before.at(), turn.at()).compareTo(REPETITION) <= 0;
  }
}
