package org.kepu.assistant.reach.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;

/** A question with what became of it, put together from its records. */
final class Turn {

  private final Interaction question;
  private @Nullable Ending ending;
  private boolean endedOffline;
  private @Nullable String vote;
  private boolean repetition;

  Turn(Interaction question) {
    this.question = question;
  }

  /**
   * A request that was cancelled and sent again has two ends; the last one counts. What a terminal
   * without a network said itself counts before all that: it is what the visitor saw.
   */
  void end(Interaction end) {
    boolean offline = end.scene().flags().contains(Flag.OFFLINE);
    if (offline || !endedOffline) {
      ending = end.ending();
      endedOffline = offline;
    }
  }

  void vote(@Nullable String last) {
    vote = last;
  }

  void markRepetition() {
    repetition = true;
  }

  Instant at() {
    return question.occurredAt();
  }

  Scene scene() {
    return question.scene();
  }

  @Nullable String textKey() {
    return question.textKey();
  }

  @Nullable Ending ending() {
    return ending;
  }

  @Nullable String vote() {
    return vote;
  }

  /** Whether any of it happened without a network. */
  boolean offline() {
    return endedOffline || scene().flags().contains(Flag.OFFLINE);
  }

  boolean repetition() {
    return repetition;
  }

  /** A turn that failed before its subject was known is taken for a question. */
  Intent intent() {
    Intent intent = ending == null ? null : ending.intent();
    return intent == null ? Intent.KNOWLEDGE : intent;
  }

  @Nullable Outcome outcome() {
    return ending == null ? null : ending.outcome();
  }

  /** Whether it makes its conversation valid. */
  boolean answered() {
    Outcome outcome = outcome();
    return outcome != null
        && outcome != Outcome.ERROR
        && outcome != Outcome.CANCELLED
        && intent().asks()
        && scene().valid();
  }

  /** Whether it counts as a question. */
  boolean asks() {
    return scene().valid() && !repetition && intent().asks();
  }

  /** Whether an answer was owed: clarified turns are resolved by the turn after them. */
  boolean answerable() {
    return asks() && intent().answerable() && outcome() != Outcome.CLARIFIED;
  }
}
