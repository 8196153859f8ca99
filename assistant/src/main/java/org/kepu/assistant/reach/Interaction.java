package org.kepu.assistant.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;

/**
 * One record of the interaction log. What does not apply to its type is null.
 *
 * @param eventId a UUID of version 7; the same event appended again changes nothing. A question at
 *     a terminal has its request's id
 * @param at the server's time
 * @param device the device's, null where the server itself saw it happen
 * @param type what happened
 * @param conversationId in which conversation, null outside of any
 * @param answerId in which turn, null outside of any; of an educator's doings, the set or its place
 * @param scene where and to whom
 * @param turn the how manieth turn of its conversation, from 1
 * @param text the question or the reason, kept apart so that it can be deleted alone
 * @param textKey the same for the same text within a day, to know a repetition by
 * @param ending how a turn ended
 * @param vote {@code up} or {@code down}
 * @param reason why a conversation ended: {@code idle}, {@code explicit}, {@code reset}, {@code
 *     nav}; of an educator's doings, the item's kind, the decision, or the format
 * @param active how long a visitor was at it
 */
public record Interaction(
    UUID eventId,
    Instant at,
    @Nullable DeviceTime device,
    Type type,
    @Nullable String conversationId,
    @Nullable String answerId,
    Scene scene,
    @Nullable Integer turn,
    @Nullable String text,
    @Nullable String textKey,
    @Nullable Ending ending,
    @Nullable String vote,
    @Nullable String reason,
    @Nullable Duration active) {

  /** The version of this record's shape, stored with each. */
  public static final int SCHEMA_VERSION = 2;

  public Interaction {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(scene, "scene");
  }

  /** A visitor's question. */
  public static Interaction question(
      UUID eventId, Instant at, String conversationId, String answerId, Scene scene, String text) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.QUESTION,
        conversationId,
        answerId,
        scene,
        null,
        text,
        null,
        null,
        null,
        null,
        null);
  }

  /** The end of a turn. */
  public static Interaction answer(
      UUID eventId, Instant at, String conversationId, String answerId, Ending ending) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.ANSWER,
        conversationId,
        answerId,
        Scene.UNKNOWN,
        null,
        null,
        null,
        ending,
        null,
        null,
        null);
  }

  /** The end of a turn without an answer. */
  public static Interaction failure(
      UUID eventId, Instant at, String conversationId, String answerId, Outcome outcome) {
    return answer(eventId, at, conversationId, answerId, Ending.without(outcome));
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
        null,
        Type.FEEDBACK,
        conversationId,
        answerId,
        Scene.UNKNOWN,
        null,
        reason,
        null,
        null,
        vote,
        null,
        null);
  }

  /** A visitor's report that an answer is wrong; its words stand with the ticket. */
  public static Interaction correctionReport(
      UUID eventId, Instant at, String conversationId, String answerId) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.CORRECTION_REPORT,
        conversationId,
        answerId,
        Scene.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A table of what units count themselves was handed in and changed something. */
  public static Interaction ledgerImport(UUID eventId, Instant at) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.LEDGER_IMPORT,
        null,
        null,
        Scene.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** An item was made for a place of a set; made again for the same place it counts as one. */
  public static Interaction itemGenerated(
      UUID eventId, Instant at, Scene scene, String slot, String kind) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.ITEM_GENERATED,
        null,
        slot,
        scene,
        null,
        null,
        null,
        null,
        null,
        kind,
        null);
  }

  /** A person decided on the item in a place of a set. */
  public static Interaction itemReviewed(
      UUID eventId, Instant at, Scene scene, String slot, String verdict) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.ITEM_REVIEWED,
        null,
        slot,
        scene,
        null,
        null,
        null,
        null,
        null,
        verdict,
        null);
  }

  /** A set was exported. */
  public static Interaction export(
      UUID eventId, Instant at, Scene scene, String set, String format) {
    return new Interaction(
        eventId,
        at,
        null,
        Type.EXPORT,
        null,
        set,
        scene,
        null,
        null,
        null,
        null,
        null,
        format,
        null);
  }

  /** Something that the service itself noted, and of which nothing more is to be said. */
  public static Interaction noted(
      UUID eventId,
      Instant at,
      Type type,
      @Nullable String conversationId,
      @Nullable String answerId,
      Scene scene) {
    return new Interaction(
        eventId,
        at,
        null,
        type,
        conversationId,
        answerId,
        scene,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** When it happened, by the server's clock. */
  public Instant occurredAt() {
    return device == null ? at : device.putRight();
  }

  /** The same with another text, and the key of it. */
  public Interaction withText(@Nullable String otherText, @Nullable String key) {
    return with(scene, turn, otherText, key);
  }

  /** The same elsewhere, or to somebody else. */
  public Interaction at(Scene otherScene) {
    return with(otherScene, turn, text, textKey);
  }

  /** The same as the how manieth turn of its conversation. */
  public Interaction asTurn(int number) {
    return with(scene, number, text, textKey);
  }

  private Interaction with(
      Scene otherScene,
      @Nullable Integer otherTurn,
      @Nullable String otherText,
      @Nullable String otherKey) {
    return new Interaction(
        eventId,
        at,
        device,
        type,
        conversationId,
        answerId,
        otherScene,
        otherTurn,
        otherText,
        otherKey,
        ending,
        vote,
        reason,
        active);
  }

  /** What can happen; the names are those of the metrics dictionary. */
  public enum Type {
    IMPRESSION,
    ATTRACT_VIEW,
    CONVERSATION_START,
    QUESTION,
    ANSWER,
    SOURCE_OPEN,
    SUGGESTION_CLICK,
    FEEDBACK,
    CORRECTION_REPORT,
    QR_SHOWN,
    QR_OPENED,
    SPEECH_PLAY,
    CONVERSATION_END,
    ITEM_GENERATED,
    ITEM_REVIEWED,
    EXPORT,
    ACTIVITY_CHECKIN,
    LEDGER_IMPORT,
    COMPLAINT,
    HEARTBEAT;

    /** The name on the wire and in the log. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
