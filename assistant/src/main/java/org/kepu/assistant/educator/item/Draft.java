package org.kepu.assistant.educator.item;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item that no gate has seen, with what its maker says of it. The gates check what is said here;
 * a maker that says nothing has said nothing to check, which is refused.
 *
 * @param asserted statements that hold if the key is right
 * @param denied statements that must hold nowhere, one a distractor
 * @param rereads what the reader is asked again; empty where statements decide the key
 */
public record Draft(Item item, List<String> asserted, List<Denied> denied, List<Reread> rereads) {

  public Draft {
    Objects.requireNonNull(item, "item");
    asserted = List.copyOf(asserted);
    denied = List.copyOf(denied);
    rereads = List.copyOf(rereads);
    if (asserted.isEmpty() && denied.isEmpty() && rereads.isEmpty()) {
      throw new IllegalArgumentException("A draft says what can be checked: " + item.stem());
    }
  }

  /** A draft of which the reader is asked one thing, or nothing. */
  public Draft(Item item, List<String> asserted, List<Denied> denied, @Nullable Reread reread) {
    this(item, asserted, denied, reread == null ? List.of() : List.of(reread));
  }

  /**
   * What must hold nowhere.
   *
   * @param wrong the wrong option or statement, as it is printed
   * @param statement what would hold if it were right
   * @param changed the words that make it wrong: what does not say them, not denied, does not say
   *     the statement; empty where that is a number, which can be said in other units
   */
  public record Denied(String wrong, String statement, String changed) {
    public Denied {
      Objects.requireNonNull(changed, "changed");
    }

    /** What is wrong by a number. */
    public Denied(String wrong, String statement) {
      this(wrong, statement, "");
    }
  }

  /**
   * A question that the quoted text answers.
   *
   * @param key what the answer must touch, in the quoted text's words
   */
  public record Reread(String question, String key) {}
}
