package org.kepu.assistant.educator.gate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Item;

/**
 * An item and what the gates said of it.
 *
 * @param objections empty where every gate let it pass
 * @param unchecked the rules that nothing here could check
 */
public record Judged(Item item, List<Objection> objections, Set<Reason> unchecked) {

  public Judged {
    Objects.requireNonNull(item, "item");
    objections = List.copyOf(objections);
    unchecked = Set.copyOf(unchecked);
  }

  /** Whether every gate let it pass. */
  public boolean sound() {
    return objections.isEmpty();
  }

  /** The same of the item with its options in another order. */
  public Judged with(Item turned) {
    return new Judged(turned, objections, unchecked);
  }

  Judged with(Objection objection) {
    return new Judged(
        item, Stream.concat(objections.stream(), Stream.of(objection)).toList(), unchecked);
  }
}
