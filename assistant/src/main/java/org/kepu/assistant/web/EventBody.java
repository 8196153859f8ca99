package org.kepu.assistant.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.Topics;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.reach.DeviceTime;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Interaction.Type;
import org.kepu.assistant.reach.Scene;

/** One event of {@code POST /api/v1/events}. */
@Schema(name = "Event")
record EventBody(
    @Schema(
            description =
                "A UUID; the same again changes nothing. Of a question that was sent to the"
                    + " service before, its requestId: should it have arrived, it counts once")
        @Nullable UUID id,
    @Schema(description = "What happened", example = "source_open") @Nullable String type,
    @Schema(description = "When, by the device's clock") @Nullable Instant at,
    @Schema(description = "When this is sent, by the same clock: tells how wrong it is")
        @Nullable Instant sentAt,
    @Nullable UUID conversationId,
    @Nullable UUID parentConversationId,
    @Schema(description = "Of a question without a network and of its answer, the requestId")
        @Nullable UUID answerId,
    @Nullable Channel channel,
    @Nullable String terminal,
    @Nullable String venue,
    @Nullable String hall,
    @Nullable String exhibit,
    @Nullable String activity,
    @Nullable String programme,
    @Nullable Audience audience,
    @Nullable String locale,
    @Schema(description = "conversation_end: why") @Nullable EndReason reason,
    @Schema(description = "conversation_end: how long the visitor was at it, in milliseconds")
        @Nullable Long activeMs,
    @Schema(description = "Whether it happened without a network") @Nullable Boolean offline,
    @Schema(
            description =
                "question, without a network: what was asked; a terminal that keeps no texts sends"
                    + " none, and leaves out what was asked twice within 5 seconds")
        @Nullable String text,
    @Schema(description = "answer, without a network: how it ended") @Nullable Outcome outcome,
    @Schema(description = "answer, without a network: what was cited, as id@version")
        @Nullable List<String> citations) {

  /** Older ones are refused: their days are reported. */
  static final Duration OLDEST = Duration.ofDays(30);

  private static final Duration EARLIEST_OFFSET = Duration.ofDays(3650);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MAX_CITATIONS = 10;
  private static final int MAX_CITATION = 300;

  /** What clients see. The rest the service sees itself. */
  private static final Set<Type> OF_CLIENTS =
      EnumSet.of(
          Type.IMPRESSION,
          Type.ATTRACT_VIEW,
          Type.CONVERSATION_START,
          Type.SOURCE_OPEN,
          Type.SUGGESTION_CLICK,
          Type.QR_SHOWN,
          Type.QR_OPENED,
          Type.SPEECH_PLAY,
          Type.CONVERSATION_END,
          Type.HEARTBEAT);

  /** What a kiosk without a network sees as well. */
  private static final Set<Type> OF_KIOSKS_OFFLINE = EnumSet.of(Type.QUESTION, Type.ANSWER);

  private static final Map<Type, Set<Field>> REQUIRED = required();

  /** Why a conversation ended. */
  enum EndReason {
    IDLE,
    EXPLICIT,
    RESET,
    NAV;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What some types must have. */
  private enum Field {
    CONVERSATION_ID,
    ANSWER_ID,
    TERMINAL,
    REASON,
    OUTCOME
  }

  private static Map<Type, Set<Field>> required() {
    Map<Type, Set<Field>> required = new EnumMap<>(Type.class);
    required.put(Type.CONVERSATION_START, EnumSet.of(Field.CONVERSATION_ID));
    required.put(Type.CONVERSATION_END, EnumSet.of(Field.CONVERSATION_ID, Field.REASON));
    required.put(Type.SOURCE_OPEN, EnumSet.of(Field.ANSWER_ID));
    required.put(Type.HEARTBEAT, EnumSet.of(Field.TERMINAL));
    required.put(Type.QUESTION, EnumSet.of(Field.CONVERSATION_ID, Field.ANSWER_ID));
    required.put(Type.ANSWER, EnumSet.of(Field.CONVERSATION_ID, Field.ANSWER_ID, Field.OUTCOME));
    return required;
  }

  /**
   * The event as it is recorded.
   *
   * @param stands where it may come from; a paired terminal's place is its own, whatever is said
   *     here
   * @param topics of what was cited
   * @throws ApiException if it breaks a rule
   */
  Interaction toInteraction(
      Instant now, Visitor visitor, TerminalPass.Stands stands, Topics topics) {
    if (id == null) {
      throw ApiException.badRequest("event_id_missing");
    }
    TerminalPass.Stand stand = stands.at(channel, Fields.identifier("terminal", terminal));
    Type what = typed(stand);
    for (Field field : REQUIRED.getOrDefault(what, Set.of())) {
      if (valueOf(field, stand) == null) {
        throw ApiException.badRequest(
            "event_field_missing", what.code(), field.name().toLowerCase(Locale.ROOT));
      }
    }
    return new Interaction(
        id,
        now,
        deviceTime(now),
        what,
        conversationId == null ? null : conversationId.toString(),
        answerId == null ? null : answerId.toString(),
        scene(visitor, stand),
        null,
        what == Type.QUESTION && text != null ? question(text) : null,
        null,
        what == Type.ANSWER ? ending(topics) : null,
        null,
        what == Type.CONVERSATION_END && reason != null ? reason.code() : null,
        active());
  }

  private @Nullable Object valueOf(Field field, TerminalPass.Stand stand) {
    Terminal paired = stand.terminal();
    return switch (field) {
      case CONVERSATION_ID -> conversationId;
      case ANSWER_ID -> answerId;
      case TERMINAL -> paired == null ? terminal : paired.id();
      case REASON -> reason;
      case OUTCOME -> outcome;
    };
  }

  private Type typed(TerminalPass.Stand stand) {
    Type what =
        java.util.Arrays.stream(Type.values())
            .filter(known -> known.code().equals(type))
            .findFirst()
            .orElseThrow(() -> ApiException.badRequest("event_type_unknown", brief(type)));
    boolean kioskOffline =
        channel == Channel.KIOSK
            && (terminal != null || stand.terminal() != null)
            && Boolean.TRUE.equals(offline);
    if (OF_CLIENTS.contains(what) || (kioskOffline && OF_KIOSKS_OFFLINE.contains(what))) {
      return what;
    }
    throw ApiException.badRequest("event_type_not_yours", what.code());
  }

  /** The device's clock is as wrong now as it was then. */
  private @Nullable DeviceTime deviceTime(Instant now) {
    if (at == null) {
      return null;
    }
    try {
      Duration offset = sentAt == null ? Duration.ZERO : Duration.between(sentAt, now);
      if (offset.abs().compareTo(EARLIEST_OFFSET) > 0) {
        throw ApiException.badRequest("event_time_senseless", brief(sentAt));
      }
      DeviceTime time = new DeviceTime(at, offset);
      Instant right = time.putRight();
      if (right.isBefore(now.minus(OLDEST))) {
        throw ApiException.badRequest("event_too_old", right, OLDEST.toDays());
      }
      // A few seconds of the future are the network's; more is a clock that says nothing.
      if (right.isAfter(now.plusSeconds(60))) {
        throw ApiException.badRequest("event_of_the_future", right);
      }
      return right.isAfter(now) ? null : time;
    } catch (DateTimeException | ArithmeticException e) {
      throw ApiException.badRequest("event_time_senseless", brief(at));
    }
  }

  private Scene scene(Visitor visitor, TerminalPass.Stand stand) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(stand.trial() ? visitor.tried() : visitor.flags());
    if (Boolean.TRUE.equals(offline)) {
      flags.add(Flag.OFFLINE);
    }
    Terminal paired = stand.terminal();
    Configuration set = paired == null ? null : paired.configuration();
    return Scene.builder()
        .parentConversationId(parentConversationId == null ? null : parentConversationId.toString())
        .visitorKey(channel == Channel.KIOSK ? null : visitor.key())
        .channel(channel)
        .terminal(paired == null ? Fields.identifier("terminal", terminal) : paired.id())
        .venue(set == null ? Fields.identifier("venue", venue) : set.venue())
        .hall(set == null ? Fields.identifier("hall", hall) : set.hall())
        .exhibit(set == null ? Fields.identifier("exhibit", exhibit) : set.exhibit())
        .activity(Fields.identifier("activity", activity))
        .programme(Fields.identifier("programme", programme))
        .audience(audience)
        .locale(language())
        .flags(flags)
        .build();
  }

  private @Nullable String language() {
    if (locale == null) {
      return null;
    }
    for (Language language : Language.values()) {
      if (language.tag().equalsIgnoreCase(locale)) {
        return language.tag();
      }
    }
    throw ApiException.badRequest("locale_unknown", brief(locale));
  }

  private static String question(String text) {
    String asked = text.strip();
    if (asked.isEmpty() || asked.length() > Question.MAX_LENGTH) {
      throw ApiException.badRequest("question_length", asked.length(), Question.MAX_LENGTH);
    }
    return asked;
  }

  private Ending ending(Topics topics) {
    List<String> cited = citations == null ? List.of() : citations;
    boolean named =
        cited.size() <= MAX_CITATIONS
            && cited.stream()
                .allMatch(
                    citation ->
                        citation != null
                            && citation.length() <= MAX_CITATION
                            && citation.matches("[\\p{L}\\p{N}._:-]+@[A-Za-z0-9:]+"));
    if (!named) {
      throw ApiException.badRequest("event_citations_malformed", MAX_CITATIONS);
    }
    Outcome how = Optional.ofNullable(outcome).orElseThrow();
    return new Ending(
        how,
        Intent.KNOWLEDGE,
        cited.isEmpty() ? null : Boolean.TRUE,
        cited,
        topics.of(cited),
        "extractive",
        null,
        null,
        null,
        null);
  }

  private @Nullable Duration active() {
    if (activeMs == null) {
      return null;
    }
    if (activeMs < 0 || activeMs > LONGEST.toMillis()) {
      throw ApiException.badRequest("event_duration", activeMs, LONGEST.toMillis());
    }
    return Duration.ofMillis(activeMs);
  }

  /** What a caller sent, short enough to send back. */
  private static String brief(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
