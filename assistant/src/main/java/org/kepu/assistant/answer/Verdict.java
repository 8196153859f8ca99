package org.kepu.assistant.answer;

import java.util.Objects;

/**
 * What an answerer says when it has said all.
 *
 * @param outcome how the turn ended
 * @param generatedBy {@code extractive}, {@code computed}, or {@code llm:} and the model's name
 */
public record Verdict(Outcome outcome, String generatedBy) {

  /** The sentences are the sources' own. */
  public static final String EXTRACTIVE = "extractive";

  /** The sentences say what was calculated; their citations say how. */
  public static final String COMPUTED = "computed";

  public Verdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(generatedBy, "generatedBy");
  }
}
