package org.kepu.assistant.educator;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Objection;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Item;

/**
 * A place of a set, with the item that stands there now.
 *
 * @param number names the place in its set, from 1; it stays when the order changes
 * @param item what stands there
 * @param objections what the gates said of it; empty where it is sound
 * @param unchecked the gates' rules that nothing here could check
 * @param decision what a person said of it
 * @param reason why, in that person's words; empty where none were given
 * @param edited whether a person changed it
 */
public record Slot(
    int number,
    Item item,
    List<Objection> objections,
    Set<Reason> unchecked,
    Decision decision,
    String reason,
    boolean edited) {

  public static final int LONGEST_REASON = 300;

  public Slot {
    Objects.requireNonNull(item, "item");
    objections = List.copyOf(objections);
    // Places kept from before this was told say nothing of it.
    unchecked = Set.copyOf(Objects.requireNonNullElse(unchecked, Set.of()));
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(reason, "reason");
    if (number < 1) {
      throw new IllegalArgumentException("Places are numbered from 1, not " + number);
    }
  }

  /** A place whose item nobody has looked at. */
  public static Slot fresh(int number, Judged judged) {
    return new Slot(
        number, judged.item(), judged.objections(), judged.unchecked(), Decision.OPEN, "", false);
  }

  /** The same with a person's word. */
  Slot decided(Decision newDecision, String newReason) {
    return new Slot(number, item, objections, unchecked, newDecision, newReason, edited);
  }

  /** The same with a person's wording: what was decided was decided of the old one. */
  Slot reworded(Judged judged) {
    return new Slot(
        number, judged.item(), judged.objections(), judged.unchecked(), Decision.OPEN, "", true);
  }

  /** Another item in its place. */
  Slot renewed(Judged judged) {
    return fresh(number, judged);
  }

  /** What a person said of an item. */
  public enum Decision {
    OPEN,
    ACCEPTED,
    REJECTED;

    /** The name in JSON and files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
