package org.kepu.assistant.context;

import java.util.function.Function;
import org.kepu.knowledge.Findings;

/**
 * Searches for what a question means. Where only the collection can tell what is meant, all
 * readings are looked up, and the one that is answered best counts.
 */
public final class ContextualSearch {

  /** From here on the likeliest reading counts without a look at the others, 0 to 1. */
  private static final double ANSWERED = 0.3;

  /**
   * How well a reading about the last subject must be answered, 0 to 1, and how much nearer its
   * answer must be to it, by cosine, than the best answer is to the question as it stands. A
   * subject put before any question draws it to the documents on that subject; both were set on the
   * half of the question bank and of its dialogues that is for training.
   */
  private static final double WELL_ANSWERED = 0.8;

  private static final double NEARER = 0.08;

  private final Function<String, Findings> search;

  /**
   * @param search looks up a whole question
   */
  public ContextualSearch(Function<String, Findings> search) {
    this.search = search;
  }

  /**
   * What {@code question} means, and what was found for that.
   *
   * @throws IllegalArgumentException if the question is unclear: then it must be asked back
   */
  public Found find(String question, Understanding understanding) {
    return switch (understanding) {
      case Understanding.Literal literal -> found(question);
      case Understanding.PointsBack back -> pointsBack(back);
      case Understanding.MayGoOn on -> goesOn(found(question), found(on.reading()), on);
      case Understanding.Unclear unclear ->
          throw new IllegalArgumentException("An unclear question cannot be looked up");
    };
  }

  private Found found(String question) {
    Findings findings = search.apply(question);
    return new Found(question, findings, findings.support());
  }

  private Found pointsBack(Understanding.PointsBack back) {
    Found likeliest = onItsSubject(back.readings().getFirst());
    if (likeliest.support() >= ANSWERED) {
      return likeliest;
    }
    // The rest repeat the last question, so what they find says nothing if it was told before.
    return back.readings().stream()
        .skip(1)
        .map(this::onItsSubject)
        .filter(other -> !back.told().contains(other.section()))
        .filter(other -> other.support() > likeliest.support())
        .findFirst()
        .orElse(likeliest);
  }

  /**
   * The subject was put into a question that asked of another, so what is found is easily about
   * that other still: where it holds none of the names asked of, it is no answer.
   */
  private Found onItsSubject(String reading) {
    Findings findings = search.apply(reading);
    boolean another = findings.evidence().another() && !findings.adviceAsked();
    return new Found(reading, findings, another ? 0 : findings.support());
  }

  private static Found goesOn(Found literal, Found inContext, Understanding.MayGoOn on) {
    if (literal.findings().adviceAsked() || inContext.findings().ranked().isEmpty()) {
      return literal;
    }
    boolean onSubject = on.documents().isEmpty() || on.documents().contains(inContext.document());
    boolean nearer = inContext.cosine() >= literal.cosine() + NEARER;
    boolean wellAnswered = inContext.support() >= Math.max(WELL_ANSWERED, literal.support());
    return onSubject && nearer && wellAnswered ? inContext : literal;
  }

  /**
   * A question and what was found for it.
   *
   * @param question a whole question
   * @param support how likely the best passage answers it, 0 to 1
   */
  public record Found(String question, Findings findings, double support) {

    private double cosine() {
      return findings.ranked().isEmpty() ? -1 : findings.ranked().getFirst().cosine();
    }

    private String document() {
      return findings.ranked().isEmpty() ? "" : findings.ranked().getFirst().passage().documentId();
    }

    private String section() {
      return findings.ranked().isEmpty() ? "" : findings.ranked().getFirst().passage().section();
    }
  }
}
