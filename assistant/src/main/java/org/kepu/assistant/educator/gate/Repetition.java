package org.kepu.assistant.educator.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.embedding.Embedder;

/**
 * Looks at items one after the other and objects to what was asked before: the same fact, in the
 * same sentence or another that says the same, or nearly the same question, of whatever kind. The
 * first stays. What is done with hands or said aloud is held against its like alone.
 *
 * <p>Keeps what it saw; one for each set, used by one thread.
 */
public final class Repetition {

  /** Above this two questions ask the same; found by reading the pairs between 0.9 and 1. */
  private static final double SAME = 0.965;

  private final Embedder embedder;
  private final Set<String> facts = new HashSet<>();
  private final List<Seen> seen = new ArrayList<>();

  public Repetition(Embedder embedder) {
    this.embedder = embedder;
  }

  /** {@code judged}, with an objection if it repeats; what is not sound is neither. */
  public Judged look(Judged judged) {
    if (!judged.sound()) {
      return judged;
    }
    Item item = judged.item();
    String fact = fact(item);
    if (facts.contains(fact)) {
      return judged.with(new Objection(Reason.DUPLICATE, item.evidence().getFirst().quote()));
    }
    Seen now = new Seen(item, embedder.embed(item.stem() + key(item)), ground(item));
    for (Seen other : seen) {
      if (now.asks(other)) {
        return judged.with(new Objection(Reason.DUPLICATE, other.item.stem()));
      }
    }
    facts.add(fact);
    seen.add(now);
    return judged;
  }

  /** What the sentence means that a short answer rests on; null for an item without one. */
  private float @Nullable [] ground(Item item) {
    return brief(item.kind()) ? embedder.embed(item.evidence().getFirst().quote()) : null;
  }

  private static boolean brief(Kind kind) {
    return kind == Kind.SINGLE_CHOICE || kind == Kind.FILL_IN || kind == Kind.TRUE_FALSE;
  }

  /** Questions with one short answer tell each other's, if they rest on the same sentence. */
  private static String fact(Item item) {
    Evidence first = item.evidence().getFirst();
    String place = first.documentId() + "/" + first.start();
    return brief(item.kind()) ? place : place + "/" + item.kind();
  }

  private static String key(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.options().stream()
              .filter(Content.Option::right)
              .map(Content.Option::text)
              .reduce("", String::concat);
      case Content.Judgement judgement -> "";
      case Content.Blank blank -> blank.answers().getFirst() + blank.unit();
      case Content.Open open -> "";
      case Content.Ordering ordering -> String.join("", ordering.inOrder());
      case Content.Matching matching ->
          matching.pairs().stream().map(Content.Pair::left).reduce("", String::concat);
      case Content.Task task -> "";
    };
  }

  private static double product(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }

  /** An item that was let pass. */
  private static final class Seen {
    private final Item item;
    private final float[] meaning;
    private final float @Nullable [] ground;

    Seen(Item item, float[] meaning, float @Nullable [] ground) {
      this.item = item;
      this.meaning = meaning;
      this.ground = ground;
    }

    boolean asks(Seen other) {
      return item.kind().written() == other.item.kind().written()
          && (product(meaning, other.meaning) > SAME
              || (ground != null && other.ground != null && product(ground, other.ground) > SAME));
    }
  }
}
