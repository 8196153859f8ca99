package org.kepu.assistant.answer.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.assistant.answer.Audience;
import org.kepu.knowledge.document.Span;

/**
 * How much is quoted, and how: children and elders get fewer and shorter sentences, one thing at a
 * time, without names in Latin; what they read is in the source, though not all that is there.
 */
enum Manner {
  /** The two sentences after the one that answers. */
  FULL(2, Integer.MAX_VALUE, false),
  /** One short sentence beside the one that answers. */
  FOR_CHILDREN(1, 40, true),
  /** Two short sentences beside the one that answers. */
  FOR_ELDERS(2, 40, true);

  /** How far after the answer a short sentence is looked for: further on, the text is elsewhere. */
  private static final int NEAR = 4;

  /** A name in Latin or a number of a catalogue, for those who know the Chinese one. */
  private static final Pattern LATIN_ASIDE =
      Pattern.compile("（[A-Za-z0-9 .,·×'’\\-\\p{IsGreek}]*[A-Za-z]{3,}[A-Za-z0-9 .,·×'’\\-]*）");

  private static final String OPENING = "（《“‘「『";
  private static final String CLOSING = "）》”’」』";

  private final int support;
  private final int longest;
  private final boolean plain;

  Manner(int support, int longest, boolean plain) {
    this.support = support;
    this.longest = longest;
    this.plain = plain;
  }

  static Manner of(Audience audience) {
    return switch (audience) {
      case CHILD -> FOR_CHILDREN;
      case ELDER -> FOR_ELDERS;
      case GENERAL, EDUCATOR -> FULL;
    };
  }

  /**
   * The sentences to support an answer with.
   *
   * @param after the sentences after the one that answers, in their order
   * @param begun whether two sentences are quoted already, so that one fewer is wanted
   */
  List<Span> support(List<Span> after, boolean begun) {
    int wanted = begun ? support - 1 : support;
    return after.stream()
        .limit(plain ? NEAR : wanted)
        .filter(sentence -> sentence.length() <= longest)
        .limit(wanted)
        .toList();
  }

  /** A sentence as it is said, in one piece or, where it says several things, in several. */
  List<Piece> pieces(String text, Span sentence) {
    if (!plain) {
      return List.of(Piece.literal(text, sentence));
    }
    return steps(text, sentence).stream().map(step -> said(text, step)).toList();
  }

  /** Parts between semicolons, but for those within brackets or quotation marks. */
  private static List<Span> steps(String text, Span sentence) {
    List<Span> steps = new ArrayList<>();
    int depth = 0;
    int start = sentence.start();
    for (int i = sentence.start(); i < sentence.end(); i++) {
      char c = text.charAt(i);
      depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
      if (c == '；' && depth == 0 && i + 1 < sentence.end() && i > start) {
        steps.add(new Span(start, i));
        start = i + 1;
      }
    }
    steps.add(new Span(start, sentence.end()));
    return steps;
  }

  private static Piece said(String text, Span step) {
    String literal = step.of(text);
    String plain = LATIN_ASIDE.matcher(literal).replaceAll("");
    boolean ended = "。！？”」』）…".indexOf(plain.charAt(plain.length() - 1)) >= 0;
    return new Piece(step, ended ? plain : plain + "。");
  }
}
