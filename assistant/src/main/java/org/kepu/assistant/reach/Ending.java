package org.kepu.assistant.reach;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;

/**
 * How a turn ended.
 *
 * @param outcome how
 * @param intent what the turn was about, null if it failed before that was known
 * @param grounded whether every factual sentence had a citation; null without an answer
 * @param citations the documents cited, as {@code id@version}
 * @param topics of what is cited, or of what stands nearest; empty: unclassified
 * @param generatedBy {@code extractive}, {@code computed}, or {@code llm:} and the model's name
 * @param promptVersion which words the model was told, null without a model
 * @param corpusVersion the fingerprint of the generation that was searched
 * @param firstSentenceMs milliseconds from the question to its first sentence
 * @param totalMs milliseconds from the question to its end
 */
public record Ending(
    Outcome outcome,
    @Nullable Intent intent,
    @Nullable Boolean grounded,
    List<String> citations,
    List<String> topics,
    @Nullable String generatedBy,
    @Nullable String promptVersion,
    @Nullable String corpusVersion,
    @Nullable Long firstSentenceMs,
    @Nullable Long totalMs) {

  public Ending {
    Objects.requireNonNull(outcome, "outcome");
    citations = List.copyOf(citations);
    topics = List.copyOf(topics);
  }

  /** The end of a turn without an answer. */
  public static Ending without(Outcome outcome) {
    return new Ending(outcome, null, null, List.of(), List.of(), null, null, null, null, null);
  }
}
