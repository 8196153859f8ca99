package org.kepu.assistant.reach.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;

/**
 * Counts one day of the interaction log by the metrics dictionary. The same records give the same
 * figures, in whatever order they came in and however often they are counted.
 *
 * <p>A conversation belongs to the day, the hour and the place of its first question; a question to
 * its own. So that conversations over midnight are whole, the days around are read, too.
 */
public final class Count {

  /** A question's weight, which its topics share; 1 to 10 of them share it exactly. */
  public static final long WHOLE = 2520;

  /** So many conversations of a visitor count on a day. */
  static final int VISITS_A_DAY = 20;

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");
  private static final Duration AROUND = Duration.ofDays(1);
  private static final Duration LONGEST_DWELL = Duration.ofMinutes(30);
  private static final Duration LONGEST_KIOSK_DWELL = Duration.ofMinutes(15);

  private static final Map<Interaction.Type, Measure> EVENTS =
      Map.of(
          Interaction.Type.IMPRESSION, Measure.IMPRESSION,
          Interaction.Type.ATTRACT_VIEW, Measure.ATTRACT_VIEW,
          Interaction.Type.SOURCE_OPEN, Measure.SOURCE_OPEN,
          Interaction.Type.SUGGESTION_CLICK, Measure.SUGGESTION_CLICK,
          Interaction.Type.QR_SHOWN, Measure.QR_SHOWN,
          Interaction.Type.QR_OPENED, Measure.QR_OPENED,
          Interaction.Type.SPEECH_PLAY, Measure.SPEECH_PLAY);

  private final LocalDate day;
  private final SortedMap<Cell, Long> figures = new TreeMap<>();
  private final Map<String, Turn> turns = new HashMap<>();
  private final Map<String, Turn> byRequest = new HashMap<>();
  private final Map<String, List<Turn>> byConversation = new HashMap<>();
  private final Map<String, NavigableSet<Instant>> resets = new HashMap<>();
  private final List<Interaction> aboutTurns = new ArrayList<>();
  private final Set<String> terminalMinutes = new HashSet<>();
  private final List<Interaction> ends = new ArrayList<>();

  private Count(LocalDate day) {
    this.day = day;
  }

  /** The day that something belongs to. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ACADEMY);
  }

  /** Every figure of {@code day} that is not zero. */
  public static SortedMap<Cell, Long> of(InteractionLog log, LocalDate day) {
    Instant start = day.atStartOfDay(ACADEMY).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ACADEMY).toInstant();
    Count count = new Count(day);
    log.read(start.minus(AROUND), end.plus(AROUND), count::take);
    count.finish();
    return count.figures;
  }

  private void take(Interaction record) {
    switch (record.type()) {
      case QUESTION -> question(record);
      case ANSWER, FEEDBACK -> aboutTurns.add(record);
      case CONVERSATION_END -> ended(record);
      case HEARTBEAT -> heartbeat(record);
      default ->
          Optional.ofNullable(EVENTS.get(record.type()))
              .ifPresent(measure -> event(record, measure));
    }
  }

  private void question(Interaction record) {
    String answerId = record.answerId();
    String conversationId = record.conversationId();
    if (answerId == null || conversationId == null || turns.containsKey(answerId)) {
      return;
    }
    Turn turn = new Turn(record);
    turns.put(answerId, turn);
    byRequest.put(record.eventId().toString(), turn);
    byConversation.computeIfAbsent(conversationId, id -> new ArrayList<>()).add(turn);
  }

  private void ended(Interaction record) {
    String conversationId = record.conversationId();
    if (conversationId != null && "reset".equals(record.reason())) {
      resets.computeIfAbsent(conversationId, id -> new TreeSet<>()).add(record.occurredAt());
    }
    if (record.active() != null && record.scene().channel() != null && record.scene().valid()) {
      ends.add(record);
    }
  }

  private void heartbeat(Interaction record) {
    String terminal = record.scene().terminal();
    Instant minute = record.occurredAt().truncatedTo(ChronoUnit.MINUTES);
    if (terminal != null && counts(record) && terminalMinutes.add(terminal + " " + minute)) {
      add(Measure.TERMINAL_MINUTE, record.occurredAt(), record.scene(), "", null, 1);
    }
  }

  private void event(Interaction record, Measure measure) {
    if (counts(record)) {
      add(measure, record.occurredAt(), record.scene(), "", null, 1);
    }
  }

  private boolean counts(Interaction record) {
    return record.scene().valid() && dayOf(record.occurredAt()).equals(day);
  }

  private void finish() {
    // A device's clock may put an answer before its question, so all questions are known first.
    for (Interaction record : aboutTurns) {
      Turn turn = turnOf(record.answerId());
      if (turn != null && record.type() == Interaction.Type.ANSWER) {
        turn.end(record);
      } else if (turn != null) {
        turn.vote(record.vote());
      }
    }
    List<Conversation> valid = new ArrayList<>();
    byConversation.forEach(
        (id, asked) ->
            Conversations.of(asked, resets.getOrDefault(id, new TreeSet<>())).stream()
                .map(part -> new Conversation(id, part))
                .filter(Conversation::valid)
                .forEach(valid::add));
    countConversations(valid);
    turns.values().stream().filter(turn -> dayOf(turn.at()).equals(day)).forEach(this::countTurn);
    countVisitors();
    countLatencies();
    countStays(valid);
  }

  /** A terminal that answered by itself knows the turn's request, and not the service's answer. */
  private @Nullable Turn turnOf(@Nullable String answerId) {
    Turn turn = turns.get(answerId);
    return turn == null ? byRequest.get(answerId) : turn;
  }

  /**
   * How long visitors stayed. A page tells of a conversation each time it is left, and its parts
   * are one stay; at a kiosk each end is a visitor's.
   */
  private void countStays(List<Conversation> valid) {
    Map<String, NavigableMap<Instant, Conversation>> byId = new HashMap<>();
    valid.forEach(
        conversation ->
            byId.computeIfAbsent(conversation.id(), id -> new TreeMap<>())
                .put(conversation.at(), conversation));
    Map<Channel, Map<Object, Long>> stays = new EnumMap<>(Channel.class);
    for (Interaction end : ends) {
      Map.Entry<Instant, Conversation> of =
          byId.getOrDefault(end.conversationId(), Collections.emptyNavigableMap())
              .floorEntry(end.occurredAt());
      Channel channel = end.scene().channel();
      Duration active = end.active();
      // Where nobody asked, a page stood open or a kiosk waited: that is no stay.
      if (of != null && channel != null && active != null && dayOf(of.getKey()).equals(day)) {
        stays
            .computeIfAbsent(channel, any -> new HashMap<>())
            .merge(
                channel == Channel.KIOSK ? end.eventId() : of.getValue(),
                active.toMillis(),
                Long::sum);
      }
    }
    stays.forEach(
        (channel, lengths) -> {
          Duration longest = channel == Channel.KIOSK ? LONGEST_KIOSK_DWELL : LONGEST_DWELL;
          List<Long> all =
              lengths.values().stream().map(ms -> Math.min(ms, longest.toMillis())).toList();
          put(Measure.DWELL_MEDIAN, channel.code(), Quantiles.of(all, 0.5));
          put(Measure.DWELL_P75, channel.code(), Quantiles.of(all, 0.75));
        });
  }

  private void countConversations(List<Conversation> valid) {
    Map<String, Integer> visits = new HashMap<>();
    valid.stream()
        .filter(conversation -> dayOf(conversation.at()).equals(day))
        .sorted(Comparator.comparing(Conversation::at).thenComparing(Conversation::id))
        .forEach(conversation -> countConversation(conversation, visits));
  }

  private void countConversation(Conversation conversation, Map<String, Integer> visits) {
    add(Measure.CONVERSATION, conversation);
    Scene scene = conversation.scene();
    if (conversation.offline()) {
      add(Measure.OFFLINE, conversation);
    }
    if (scene.parentConversationId() != null) {
      add(Measure.TAKEN_ALONG, conversation);
      return;
    }
    String visitor = scene.visitorKey();
    if (visitor != null && visits.merge(visitor, 1, Integer::sum) > VISITS_A_DAY) {
      add(Measure.OVER_LIMIT, conversation);
      return;
    }
    add(Measure.VISIT, conversation);
    if (scene.flags().contains(Flag.COVERED_BY_ACTIVITY)) {
      add(Measure.VISIT_COVERED, conversation);
    }
  }

  private void countTurn(Turn turn) {
    if (!turn.scene().valid()) {
      return;
    }
    if (turn.repetition()) {
      add(Measure.REPETITION, turn);
    } else if (!turn.intent().asks()) {
      add(
          turn.intent() == org.kepu.assistant.reach.Intent.GREETING
              ? Measure.GREETING
              : Measure.ABUSE,
          turn);
    } else {
      countQuestion(turn);
    }
  }

  private void countQuestion(Turn turn) {
    Ending ending = turn.ending();
    List<String> topics =
        ending == null || ending.topics().isEmpty() ? List.of(Cell.UNCLASSIFIED) : ending.topics();
    long share = WHOLE / topics.size();
    for (String topic : topics) {
      add(Measure.QUESTION, turn.at(), turn.scene(), topic, turn.outcome(), share);
      if (turn.answerable()) {
        add(Measure.ANSWERABLE, turn.at(), turn.scene(), topic, turn.outcome(), share);
      }
    }
    if (ending != null
        && (ending.outcome() == Outcome.ANSWERED || ending.outcome() == Outcome.PARTIAL)) {
      add(Measure.ANSWER, turn);
      if (Boolean.TRUE.equals(ending.grounded())) {
        add(Measure.GROUNDED, turn);
      }
    }
    if (turn.vote() != null) {
      add(turn.vote().equals("up") ? Measure.VOTE_UP : Measure.VOTE_DOWN, turn);
    }
  }

  /** On the web only: a kiosk does not know its visitors. */
  private void countVisitors() {
    Set<String> visitors = new HashSet<>();
    Map<String, Set<String>> ofVenues = new HashMap<>();
    for (Turn turn : turns.values()) {
      String visitor = turn.scene().visitorKey();
      if (visitor == null
          || turn.scene().channel() != Channel.WEB
          || !turn.answered()
          || !dayOf(turn.at()).equals(day)) {
        continue;
      }
      visitors.add(visitor);
      if (turn.scene().venue() != null) {
        ofVenues.computeIfAbsent(turn.scene().venue(), venue -> new HashSet<>()).add(visitor);
      }
    }
    String web = Channel.WEB.code();
    if (!visitors.isEmpty()) {
      figures.put(Cell.ofDay(day, Measure.VISITOR, web, ""), (long) visitors.size());
    }
    ofVenues.forEach(
        (venue, keys) ->
            figures.put(Cell.ofDay(day, Measure.VISITOR_OF_VENUE, web, venue), (long) keys.size()));
  }

  private void countLatencies() {
    Map<String, List<Long>> first = new HashMap<>();
    Map<String, List<Long>> total = new HashMap<>();
    for (Turn turn : turns.values()) {
      Ending ending = turn.ending();
      Channel channel = turn.scene().channel();
      if (ending != null && channel != null && turn.asks() && dayOf(turn.at()).equals(day)) {
        note(first, channel, ending.firstSentenceMs());
        note(total, channel, ending.totalMs());
      }
    }
    first.forEach(
        (channel, all) -> {
          put(Measure.FIRST_SENTENCE_P50, channel, Quantiles.of(all, 0.5));
          put(Measure.FIRST_SENTENCE_P95, channel, Quantiles.of(all, 0.95));
        });
    total.forEach(
        (channel, all) -> {
          put(Measure.TOTAL_P50, channel, Quantiles.of(all, 0.5));
          put(Measure.TOTAL_P95, channel, Quantiles.of(all, 0.95));
        });
  }

  private static void note(Map<String, List<Long>> times, Channel channel, @Nullable Long ms) {
    if (ms != null) {
      times.computeIfAbsent(channel.code(), code -> new ArrayList<>()).add(ms);
    }
  }

  /** At least 1, for what comes to nothing is not kept, and these are no counts. */
  private void put(Measure measure, String channel, long value) {
    figures.put(Cell.ofDay(day, measure, channel, ""), Math.max(1, value));
  }

  private void add(Measure measure, Conversation conversation) {
    add(measure, conversation.at(), conversation.scene(), "", null, 1);
  }

  private void add(Measure measure, Turn turn) {
    add(measure, turn.at(), turn.scene(), "", turn.outcome(), 1);
  }

  private void add(
      Measure measure,
      Instant at,
      Scene scene,
      String topic,
      @Nullable Outcome outcome,
      long amount) {
    ZonedDateTime local = at.atZone(ACADEMY);
    figures.merge(Cell.of(day, local.getHour(), measure, scene, topic, outcome), amount, Long::sum);
  }

  /** Turns that the dictionary's rules hold together. */
  private record Conversation(String id, List<Turn> turns) {

    boolean valid() {
      return turns.stream().anyMatch(Turn::answered);
    }

    Instant at() {
      return firstQuestion().at();
    }

    Scene scene() {
      return firstQuestion().scene();
    }

    /** A valid one has one; a greeting before it is none. */
    private Turn firstQuestion() {
      return turns.stream().filter(turn -> turn.intent().asks()).findFirst().orElseThrow();
    }

    boolean offline() {
      return turns.stream().anyMatch(Turn::offline);
    }
  }
}
