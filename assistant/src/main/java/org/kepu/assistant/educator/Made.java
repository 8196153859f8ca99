package org.kepu.assistant.educator;

import java.util.List;
import java.util.Objects;

/**
 * What came of an order.
 *
 * @param slots the sound items, then some of what was refused
 * @param refusals how many were refused in all, and why
 * @param modelWork what a language model wrote of it
 */
public record Made(List<Slot> slots, Refusals refusals, ModelWork modelWork) {

  /** Nothing came of it. */
  public static final Made NOTHING = new Made(List.of(), Refusals.NONE, ModelWork.NONE);

  public Made {
    slots = List.copyOf(slots);
    Objects.requireNonNull(refusals, "refusals");
    Objects.requireNonNull(modelWork, "modelWork");
  }
}
