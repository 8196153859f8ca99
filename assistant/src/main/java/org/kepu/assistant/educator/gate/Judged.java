package org.kepu.assistant.educator.gate;

import java.util.List;
import java.util.Objects;
import org.kepu.assistant.educator.item.Item;

/**
 * An item and what the gates said of it.
 *
 * @param objections empty where every gate let it pass
 */
public record Judged(Item item, List<Objection> objections) {

  public Judged {
    Objects.requireNonNull(item, "item");
    objections = List.copyOf(objections);
  }

  /** Whether every gate let it pass. */
  public boolean sound() {
    return objections.isEmpty();
  }

  Judged with(Objection objection) {
    return new Judged(
        item,
        java.util.stream.Stream.concat(objections.stream(), java.util.stream.Stream.of(objection))
            .toList());
  }
}
