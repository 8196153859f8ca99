package org.kepu.assistant.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kepu.assistant.guard.Signals.Signal;

/**
 * What words alone say without doubt, of whoever's text: a visitor's question, or one that a model
 * wrote for a class. Safe for use by several threads.
 */
public final class HardList {

  private final Signals signals;

  private HardList(Signals signals) {
    this.signals = signals;
  }

  /** The list that ships with the product. */
  public static HardList shipped() {
    return new HardList(Signals.shipped());
  }

  /** The gravest concern that words of {@code text} leave no doubt of; empty where none do. */
  public Optional<Concern> concern(String text) {
    Wordings wordings = Wordings.of(text);
    return sure(signals.in(wordings), wordings);
  }

  /** What is hidden in a code is told to the assistant behind our back. */
  static Optional<Concern> sure(List<Signal> found, Wordings wordings) {
    return spoken(found)
        .or(() -> Optional.of(Concern.INJECTION).filter(hidden -> wordings.encoded()));
  }

  /** The gravest of the signals that decide by themselves. */
  static Optional<Concern> spoken(List<Signal> found) {
    return found.stream().filter(Signal::sure).map(Signal::concern).min(Comparator.naturalOrder());
  }
}
