package org.kepu.assistant.reach;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;

/**
 * One record of the interaction log. What does not apply to its type is null.
 *
 * @param eventId a UUID of version 7; the same event appended again changes nothing
 * @param at the server's time
 * @param type what happened
 * @param conversationId in which conversation
 * @param answerId in which turn
 * @param channel the way it came in
 * @param venue where
 * @param exhibit before what
 * @param audience as the visitor chose
 * @param locale the language's tag
 * @param text the question or the reason, kept apart so that it can be deleted alone
 * @param outcome how the turn ended
 * @param grounded whether every factual sentence had a citation
 * @param citations the documents cited, as {@code id@version}
 * @param generatedBy {@code extractive} or {@code llm:} and the model's name
 * @param corpusVersion the fingerprint of the generation that was searched
 * @param firstSentenceMs milliseconds from the question to its first sentence
 * @param totalMs milliseconds from the question to its end
 * @param vote {@code up} or {@code down}
 */
public record Interaction(
    UUID eventId,
    Instant at,
    Type type,
    String conversationId,
    String answerId,
    @Nullable Channel channel,
    @Nullable String venue,
    @Nullable String exhibit,
    @Nullable Audience audience,
    @Nullable String locale,
    @Nullable String text,
    @Nullable Outcome outcome,
    @Nullable Boolean grounded,
    List<String> citations,
    @Nullable String generatedBy,
    @Nullable String corpusVersion,
    @Nullable Long firstSentenceMs,
    @Nullable Long totalMs,
    @Nullable String vote) {

  /** The version of this record's shape, stored with each. */
  public static final int SCHEMA_VERSION = 1;

  public Interaction {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(conversationId, "conversationId");
    Objects.requireNonNull(answerId, "answerId");
    citations = List.copyOf(citations);
  }

  /** A visitor's vote. */
  public static Interaction feedback(
      UUID eventId,
      Instant at,
      String conversationId,
      String answerId,
      String vote,
      @Nullable String reason) {
    return new Interaction(
        eventId,
        at,
        Type.FEEDBACK,
        conversationId,
        answerId,
        null,
        null,
        null,
        null,
        null,
        reason,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        vote);
  }

  /** A visitor's report that an answer is wrong; its words stand with the ticket. */
  public static Interaction correctionReport(
      UUID eventId, Instant at, String conversationId, String answerId) {
    return new Interaction(
        eventId,
        at,
        Type.CORRECTION_REPORT,
        conversationId,
        answerId,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** The end of a turn without an answer. */
  public static Interaction failure(
      UUID eventId, Instant at, String conversationId, String answerId, Outcome outcome) {
    return new Interaction(
        eventId,
        at,
        Type.ANSWER,
        conversationId,
        answerId,
        null,
        null,
        null,
        null,
        null,
        null,
        outcome,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** What can happen; the names are those of the metrics dictionary. */
  public enum Type {
    QUESTION,
    ANSWER,
    FEEDBACK,
    CORRECTION_REPORT
  }
}
