package org.kepu.assistant.reach.count;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.reach.DeviceTime;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;

/**
 * A day made up by a rule, written through a ledger, with its figures noted down as it is made:
 * nothing here knows how {@link Count} counts.
 */
final class SyntheticDay implements InstantSource {

  static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final long WHOLE = 2520;

  /** A device whose clock is two hours ahead, and one that is two hours behind. */
  private static final Duration AHEAD = Duration.ofHours(2);

  private final TurnLedger ledger;
  private final Random random = new Random(20261128);
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final SortedMap<Cell, Long> truth = new TreeMap<>();
  private final Map<String, List<Long>> first = new HashMap<>();
  private final Map<String, List<Long>> total = new HashMap<>();
  private final Map<String, List<Long>> dwell = new HashMap<>();
  private final Set<String> visitors = new HashSet<>();
  private final Map<String, Set<String>> visitorsOfVenues = new HashMap<>();
  private final List<List<Interaction>> queues = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private int number;

  SyntheticDay(java.util.function.Function<InstantSource, TurnLedger> ledger) {
    this.ledger = ledger.apply(this);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Goes on to a moment of a day, counted from this one. */
  void goTo(int days, String time) {
    now = at(days, time);
  }

  private static Instant at(int days, String time) {
    return DAY.plusDays(days).atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
  }

  /** Every figure of the day. */
  SortedMap<Cell, Long> truth() {
    SortedMap<Cell, Long> all = new TreeMap<>(truth);
    put(all, Measure.VISITOR, "web", "", visitors.size());
    visitorsOfVenues.forEach(
        (venue, keys) -> put(all, Measure.VISITOR_OF_VENUE, "web", venue, keys.size()));
    first.forEach(
        (channel, ms) -> {
          put(all, Measure.FIRST_SENTENCE_P50, channel, "", ranked(ms, 50));
          put(all, Measure.FIRST_SENTENCE_P95, channel, "", ranked(ms, 95));
        });
    total.forEach(
        (channel, ms) -> {
          put(all, Measure.TOTAL_P50, channel, "", ranked(ms, 50));
          put(all, Measure.TOTAL_P95, channel, "", ranked(ms, 95));
        });
    dwell.forEach(
        (channel, ms) -> {
          put(all, Measure.DWELL_MEDIAN, channel, "", ranked(ms, 50));
          put(all, Measure.DWELL_P75, channel, "", ranked(ms, 75));
        });
    return all;
  }

  private static long ranked(List<Long> values, int percent) {
    List<Long> sorted = values.stream().sorted().toList();
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(rank - 1);
  }

  private static void put(
      Map<Cell, Long> figures, Measure measure, String channel, String venue, long value) {
    figures.put(
        new Cell(DAY, Cell.WHOLE_DAY, measure, channel, venue, "", "", "", "", "", "", ""), value);
  }

  /** Sends the queues of the devices that had no network once more. */
  void replayQueues() {
    queues.forEach(ledger::record);
  }

  void happens() {
    ordinaryVisitors();
    programsStaffAndTests();
    tappedTwice();
    silences();
    kioskResets();
    greedyVisitor();
    cameToNothing();
    greetingsAndAbuse();
    midnight();
    takenAlong();
    activity();
    clarified();
    votes();
    offline();
    lostAnswers();
    clocks();
    heartbeats();
    sharedTopics();
    staysInPieces();
  }

  private void ordinaryVisitors() {
    for (int i = 0; i < 60; i++) {
      String venue = List.of("milu", "planetarium", "museum").get(i % 3);
      Scene scene = web("visitor " + i, venue, i % 5 == 0 ? "hall-1" : null);
      int hour = 8 + random.nextInt(10);
      Outcome outcome = i % 4 == 3 ? Outcome.NO_SOURCE : Outcome.ANSWERED;
      List<String> topics = outcome == Outcome.NO_SOURCE ? List.of() : List.of("milu", "deer");
      String conversation = conversation();
      asked(conversation, scene, at(0, "%02d:10:00".formatted(hour)), outcome, topics);
      asked(conversation, scene, at(0, "%02d:12:00".formatted(hour)), Outcome.ANSWERED, topics);
      visits(scene, hour);
    }
  }

  private void programsStaffAndTests() {
    for (Flag flag : List.of(Flag.BOT, Flag.STAFF, Flag.TEST)) {
      for (int i = 0; i < 7; i++) {
        String who = flag + " " + i;
        Scene scene = scene(Channel.WEB, who, "milu", null, null, null, null, Set.of(flag));
        Instant when = at(0, "11:0%d:00".formatted(i));
        record(
            conversation(),
            scene,
            when,
            question(),
            Outcome.ANSWERED,
            Intent.KNOWLEDGE,
            List.of("milu"));
      }
    }
  }

  /** At 0, 3 and 7 seconds the same; at 13 seconds it is asked anew; at 14 another. */
  private void tappedTwice() {
    Scene scene = web("double tapper", "milu", null);
    String conversation = conversation();
    String text = question();
    Outcome answered = Outcome.ANSWERED;
    for (String time : List.of("09:00:00", "09:00:13")) {
      recordedAs(scene, 9, answered, List.of("milu"));
      record(conversation, scene, at(0, time), text, answered, Intent.KNOWLEDGE, List.of("milu"));
    }
    for (String time : List.of("09:00:03", "09:00:07")) {
      add(Measure.REPETITION, 9, scene, "", answered, 1);
      record(
          conversation,
          scene,
          at(0, time),
          " " + text,
          answered,
          Intent.KNOWLEDGE,
          List.of("milu"));
    }
    asked(conversation, scene, at(0, "09:00:14"), answered, List.of("milu"));
    visits(scene, 9);
  }

  private void silences() {
    Scene scene = web("silent", "milu", null);
    String conversation = conversation();
    asked(conversation, scene, at(0, "10:00:00"), Outcome.ANSWERED, List.of("milu"));
    asked(conversation, scene, at(0, "10:30:00"), Outcome.ANSWERED, List.of("milu"));
    asked(conversation, scene, at(0, "11:00:01"), Outcome.ANSWERED, List.of("milu"));
    visits(scene, 10);
    visits(scene, 11);
  }

  /**
   * Three visitors one after the other at a kiosk that kept one id, an hour's silence within one.
   */
  private void kioskResets() {
    Scene scene = kiosk("kiosk-1", Set.of());
    String conversation = conversation();
    asked(conversation, scene, at(0, "13:00:00"), Outcome.ANSWERED, List.of("milu"));
    ends(conversation, scene, at(0, "13:01:00"), "reset", 60_000);
    dwelt("kiosk", 60_000);
    asked(conversation, scene, at(0, "13:01:30"), Outcome.ANSWERED, List.of("milu"));
    asked(conversation, scene, at(0, "14:05:00"), Outcome.ANSWERED, List.of("milu"));
    ends(conversation, scene, at(0, "14:06:00"), "reset", 3_600_000);
    // A kiosk's is cut at a quarter of an hour.
    dwelt("kiosk", 900_000);
    asked(conversation, scene, at(0, "14:07:00"), Outcome.PARTIAL, List.of());
    visits(scene, 13);
    visits(scene, 13);
    visits(scene, 14);
  }

  private void greedyVisitor() {
    Scene scene = web("greedy", "museum", null);
    for (int i = 0; i < 23; i++) {
      asked(conversation(), scene, at(0, "15:%02d:00".formatted(i)), Outcome.ANSWERED, List.of());
      add(Measure.CONVERSATION, 15, scene, "", null, 1);
      add(i < 20 ? Measure.VISIT : Measure.OVER_LIMIT, 15, scene, "", null, 1);
    }
    knows(scene);
  }

  private void cameToNothing() {
    for (Outcome outcome : List.of(Outcome.CANCELLED, Outcome.ERROR)) {
      Scene scene = web("unlucky " + outcome, "milu", null);
      asked(conversation(), scene, at(0, "16:00:00"), outcome, List.of());
      String retried = conversation();
      asked(retried, scene, at(0, "16:10:00"), outcome, List.of());
      asked(retried, scene, at(0, "16:10:30"), Outcome.ANSWERED, List.of("birds"));
      visits(scene, 16);
    }
  }

  private void greetingsAndAbuse() {
    for (Intent intent : List.of(Intent.GREETING, Intent.ABUSE)) {
      Scene scene = web("only " + intent, "milu", null);
      Measure measure = intent == Intent.GREETING ? Measure.GREETING : Measure.ABUSE;
      add(measure, 17, scene, "", Outcome.REDIRECTED, 1);
      record(
          conversation(),
          scene,
          at(0, "17:00:00"),
          question(),
          Outcome.REDIRECTED,
          intent,
          List.of());
    }
    Scene risk = web("risky", "milu", null);
    add(Measure.QUESTION, 17, risk, Cell.UNCLASSIFIED, Outcome.REFUSED, WHOLE);
    record(
        conversation(),
        risk,
        at(0, "17:05:00"),
        question(),
        Outcome.REFUSED,
        Intent.RISK,
        List.of());
    visits(risk, 17);
  }

  private void midnight() {
    Scene before = web("before midnight", "milu", null);
    String conversation = conversation();
    record(
        conversation,
        before,
        at(-1, "23:50:00"),
        question(),
        Outcome.ANSWERED,
        Intent.KNOWLEDGE,
        List.of("moon"));
    Scene after = web("before midnight, next key", "milu", null);
    asked(conversation, after, at(0, "00:10:00"), Outcome.ANSWERED, List.of("moon"));
    knows(after);

    Scene late = web("late", "milu", null);
    String over = conversation();
    asked(over, late, at(0, "23:59:59"), Outcome.CANCELLED, List.of());
    record(
        over,
        web("late, next key", "milu", null),
        at(1, "00:00:01"),
        question(),
        Outcome.ANSWERED,
        Intent.KNOWLEDGE,
        List.of("moon"));
    add(Measure.CONVERSATION, 23, late, "", null, 1);
    add(Measure.VISIT, 23, late, "", null, 1);
  }

  private void takenAlong() {
    for (int i = 0; i < 5; i++) {
      Scene scene =
          scene(
              Channel.H5, "phone " + i, "milu", null, null, "kiosk's conversation", null, Set.of());
      asked(
          conversation(),
          scene,
          at(0, "13:1%d:00".formatted(i)),
          Outcome.ANSWERED,
          List.of("milu"));
      add(Measure.CONVERSATION, 13, scene, "", null, 1);
      add(Measure.TAKEN_ALONG, 13, scene, "", null, 1);
    }
  }

  private void activity() {
    for (int i = 0; i < 4; i++) {
      Scene scene =
          scene(
              Channel.WEB,
              "guest " + i,
              "museum",
              null,
              "open-day",
              null,
              null,
              Set.of(Flag.COVERED_BY_ACTIVITY));
      asked(
          conversation(),
          scene,
          at(0, "14:2%d:00".formatted(i)),
          Outcome.ANSWERED,
          List.of("birds"));
      visits(scene, 14);
      add(Measure.VISIT_COVERED, 14, scene, "", null, 1);
    }
  }

  /** A question back is no answer owed; the turn that resolves it is. */
  private void clarified() {
    Scene scene = web("unclear", "milu", null);
    String conversation = conversation();
    add(Measure.QUESTION, 12, scene, Cell.UNCLASSIFIED, Outcome.CLARIFIED, WHOLE);
    record(
        conversation,
        scene,
        at(0, "12:00:00"),
        question(),
        Outcome.CLARIFIED,
        Intent.KNOWLEDGE,
        List.of());
    asked(conversation, scene, at(0, "12:00:20"), Outcome.ANSWERED, List.of("deer"));
    visits(scene, 12);
  }

  private void votes() {
    for (int i = 0; i < 6; i++) {
      Scene scene = web("voter " + i, "planetarium", null);
      String answerId =
          asked(
              conversation(),
              scene,
              at(0, "18:0%d:00".formatted(i)),
              Outcome.ANSWERED,
              List.of("moon"));
      visits(scene, 18);
      now = now.plusSeconds(10);
      ledger.vote(answerId, Vote.UP, null);
      if (i < 2) {
        now = now.plusSeconds(10);
        ledger.vote(answerId, Vote.DOWN, "太长");
      }
      add(i < 2 ? Measure.VOTE_DOWN : Measure.VOTE_UP, 18, scene, "", Outcome.ANSWERED, 1);
    }
  }

  /** Six visitors at a kiosk without a network, whose clock is two hours ahead; sent a day late. */
  private void offline() {
    Scene scene = kiosk("kiosk-2", Set.of(Flag.OFFLINE));
    List<Interaction> queue = new ArrayList<>();
    Instant sent = at(1, "09:00:00");
    for (int i = 0; i < 6; i++) {
      String conversation = conversation();
      for (int turn = 0; turn < 2; turn++) {
        String answerId = "offline " + i + " " + turn;
        Instant when = at(0, "19:%02d:%02d".formatted(i * 2, turn * 30));
        queue.add(
            event(
                Interaction.Type.QUESTION,
                conversation,
                answerId,
                scene,
                sent,
                when,
                question(),
                null));
        queue.add(
            event(
                Interaction.Type.ANSWER,
                conversation,
                answerId,
                scene,
                sent,
                when.plusSeconds(1),
                null,
                new Ending(
                    Outcome.ANSWERED,
                    Intent.KNOWLEDGE,
                    true,
                    List.of("milu@sha256:1"),
                    List.of("milu"),
                    "extractive",
                    null,
                    null,
                    null,
                    null)));
        recordedAs(scene, 19, Outcome.ANSWERED, List.of("milu"));
      }
      visits(scene, 19);
      add(Measure.OFFLINE, 19, scene, "", null, 1);
    }
    now = sent;
    ledger.record(queue);
    queues.add(queue);
  }

  /**
   * Requests that the service took and whose answers never arrived: the visitors saw the terminal's
   * own, and its queue tells of the same requests. The last one's reached the service after it.
   */
  private void lostAnswers() {
    Scene scene = kiosk("kiosk-3", Set.of());
    Scene without = kiosk("kiosk-3", Set.of(Flag.OFFLINE));
    List<Interaction> queue = new ArrayList<>();
    Instant sent = at(1, "09:10:00");
    String conversation = conversation();
    for (Outcome unseen : List.of(Outcome.CANCELLED, Outcome.ANSWERED)) {
      UUID request = ids.generate();
      Instant when = at(0, "19:40:%02d".formatted(unseen.ordinal() * 2));
      take(request, conversation, scene, when, unseen);
      queue.addAll(seen(request, conversation, without, sent, when.plusMillis(200)));
      recordedAs(scene, 19, Outcome.NO_SOURCE, List.of());
    }
    UUID late = ids.generate();
    List<Interaction> earlier =
        seen(late, conversation, without, at(0, "19:45:00"), at(0, "19:44:00"));
    now = at(0, "19:45:00");
    ledger.record(earlier);
    queues.add(earlier);
    take(late, conversation, scene, at(0, "19:46:00"), Outcome.ANSWERED);
    recordedAs(without, 19, Outcome.NO_SOURCE, List.of());
    visits(scene, 19);
    add(Measure.OFFLINE, 19, scene, "", null, 1);
    ledger.forget(conversation);
    now = sent;
    ledger.record(queue);
    queues.add(queue);
  }

  private void take(UUID request, String conversation, Scene scene, Instant when, Outcome outcome) {
    now = when;
    String answerId = "answer " + number++;
    ledger.open(
        new NewTurn(answerId, conversation, request.toString(), "hash"),
        Interaction.question(request, when, conversation, answerId, scene, question()));
    now = when.plusSeconds(5);
    ledger.close(
        answerId,
        outcome,
        outcome == Outcome.CANCELLED ? null : "the answer",
        Interaction.failure(ids.generate(), now, conversation, answerId, outcome));
  }

  private List<Interaction> seen(
      UUID request, String conversation, Scene scene, Instant sent, Instant when) {
    String answerId = request.toString();
    Interaction asked =
        new Interaction(
            request,
            sent,
            new DeviceTime(when.plus(AHEAD), AHEAD.negated()),
            Interaction.Type.QUESTION,
            conversation,
            answerId,
            scene,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return List.of(
        asked,
        event(
            Interaction.Type.ANSWER,
            conversation,
            answerId,
            scene,
            sent,
            when,
            null,
            Ending.without(Outcome.NO_SOURCE)));
  }

  /** What a clock two hours ahead, or behind, calls another day is this day's. */
  private void clocks() {
    List<Interaction> queue = new ArrayList<>();
    for (Duration wrong : List.of(AHEAD, AHEAD.negated())) {
      for (String time : List.of("00:30:00", "23:30:00")) {
        Scene scene = web("clock " + wrong + time, "milu", null);
        Instant when = at(0, time);
        Interaction event =
            new Interaction(
                ids.generate(),
                when,
                new DeviceTime(when.plus(wrong), wrong.negated()),
                Interaction.Type.SOURCE_OPEN,
                null,
                "answer",
                scene,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        queue.add(event);
        add(Measure.SOURCE_OPEN, LocalTime.parse(time).getHour(), scene, "", null, 1);
      }
    }
    ledger.record(queue);
    queues.add(queue);
  }

  /** Every 30 seconds for 45 minutes. */
  private void heartbeats() {
    Scene scene = kiosk("kiosk-1", Set.of());
    for (int i = 0; i < 90; i++) {
      Instant when = at(0, "10:00:00").plusSeconds(30L * i);
      now = when;
      ledger.record(
          List.of(event(Interaction.Type.HEARTBEAT, null, null, scene, when, when, null, null)));
    }
    add(Measure.TERMINAL_MINUTE, 10, scene, "", null, 45);
  }

  /** Three topics share a question exactly. */
  private void sharedTopics() {
    Scene scene = web("curious", "milu", null);
    asked(
        conversation(),
        scene,
        at(0, "20:00:00"),
        Outcome.ANSWERED,
        List.of("milu", "deer", "wetlands"));
    visits(scene, 20);
  }

  /** A question of knowledge, whose figures are noted. */
  private String asked(
      String conversation, Scene scene, Instant when, Outcome outcome, List<String> topics) {
    recordedAs(scene, when.atZone(SHANGHAI).getHour(), outcome, topics);
    return record(conversation, scene, when, question(), outcome, Intent.KNOWLEDGE, topics);
  }

  private void recordedAs(Scene scene, int hour, Outcome outcome, List<String> topics) {
    List<String> shown = topics.isEmpty() ? List.of(Cell.UNCLASSIFIED) : topics;
    for (String topic : shown) {
      add(Measure.QUESTION, hour, scene, topic, outcome, WHOLE / shown.size());
      add(Measure.ANSWERABLE, hour, scene, topic, outcome, WHOLE / shown.size());
    }
    if (outcome == Outcome.ANSWERED || outcome == Outcome.PARTIAL) {
      add(Measure.ANSWER, hour, scene, "", outcome, 1);
      if (outcome == Outcome.ANSWERED) {
        add(Measure.GROUNDED, hour, scene, "", outcome, 1);
      }
    }
  }

  /** Writes a turn as the service does. */
  private String record(
      String conversation,
      Scene scene,
      Instant when,
      String text,
      Outcome outcome,
      Intent intent,
      List<String> topics) {
    String answerId = "answer " + number++;
    now = when;
    ledger.open(
        new NewTurn(answerId, conversation, null, "hash"),
        Interaction.question(ids.generate(), now, conversation, answerId, scene, text));
    now = when.plusMillis(900);
    if (outcome == Outcome.CANCELLED || outcome == Outcome.ERROR) {
      ledger.close(
          answerId,
          outcome,
          null,
          Interaction.failure(ids.generate(), now, conversation, answerId, outcome));
      return answerId;
    }
    long firstMs = 10L + random.nextInt(400);
    long totalMs = firstMs + random.nextInt(400);
    boolean today = LocalDate.ofInstant(when, SHANGHAI).equals(DAY);
    if (today && scene.valid() && intent.asks() && !text.startsWith(" ")) {
      String channel = scene.channel() == null ? "" : scene.channel().code();
      first.computeIfAbsent(channel, c -> new ArrayList<>()).add(firstMs);
      total.computeIfAbsent(channel, c -> new ArrayList<>()).add(totalMs);
    }
    ledger.close(
        answerId,
        outcome,
        "the answer",
        Interaction.answer(
            ids.generate(),
            now,
            conversation,
            answerId,
            new Ending(
                outcome,
                intent,
                outcome == Outcome.ANSWERED,
                List.of(),
                topics,
                "extractive",
                null,
                "generation",
                firstMs,
                totalMs)));
    return answerId;
  }

  private void ends(String conversation, Scene scene, Instant when, String reason, long activeMs) {
    now = when;
    ledger.record(
        List.of(
            new Interaction(
                ids.generate(),
                when,
                null,
                Interaction.Type.CONVERSATION_END,
                conversation,
                null,
                scene,
                null,
                null,
                null,
                null,
                null,
                reason,
                Duration.ofMillis(activeMs))));
  }

  private void dwelt(String channel, long ms) {
    dwell.computeIfAbsent(channel, c -> new ArrayList<>()).add(ms);
  }

  /** A page tells of a conversation each time it is left; its parts are one stay. */
  private void staysInPieces() {
    Scene scene = web("reader", "milu", null);
    String conversation = conversation();
    asked(conversation, scene, at(0, "19:00:00"), Outcome.ANSWERED, List.of("milu"));
    visits(scene, 19);
    ends(conversation, scene, at(0, "19:05:00"), "nav", 200_000);
    ends(conversation, scene, at(0, "19:12:00"), "nav", 100_000);
    dwelt("web", 300_000);
    String longest = conversation();
    asked(longest, scene, at(0, "19:20:00"), Outcome.ANSWERED, List.of("milu"));
    visits(scene, 19);
    ends(longest, scene, at(0, "19:45:00"), "nav", 1_500_000);
    ends(longest, scene, at(0, "19:58:00"), "explicit", 700_000);
    // Cut at half an hour.
    dwelt("web", 1_800_000);
    Scene passing = web("looked in", "milu", null);
    // Nobody asked anything: a page that stands open is no stay.
    ends(conversation(), passing, at(0, "20:00:00"), "nav", 7_000);
    Scene program = scene(Channel.WEB, "program", "milu", null, null, null, null, Set.of(Flag.BOT));
    ends(conversation(), program, at(0, "20:05:00"), "nav", 9_000);
    // After a silence the same page is another conversation, and another stay.
    Scene again = web("came back", "milu", null);
    String twice = conversation();
    asked(twice, again, at(0, "20:10:00"), Outcome.ANSWERED, List.of("milu"));
    visits(again, 20);
    ends(twice, again, at(0, "20:12:00"), "nav", 40_000);
    asked(twice, again, at(0, "21:10:00"), Outcome.ANSWERED, List.of("milu"));
    visits(again, 21);
    ends(twice, again, at(0, "21:11:00"), "nav", 50_000);
    dwelt("web", 40_000);
    dwelt("web", 50_000);
  }

  private Interaction event(
      Interaction.Type type,
      @Nullable String conversation,
      @Nullable String answerId,
      Scene scene,
      Instant received,
      Instant when,
      @Nullable String text,
      @Nullable Ending ending) {
    return new Interaction(
        ids.generate(),
        received,
        new DeviceTime(when.plus(AHEAD), AHEAD.negated()),
        type,
        conversation,
        answerId,
        scene,
        null,
        text,
        null,
        ending,
        null,
        null,
        null);
  }

  /** A valid conversation that is a visit. */
  private void visits(Scene scene, int hour) {
    add(Measure.CONVERSATION, hour, scene, "", null, 1);
    add(Measure.VISIT, hour, scene, "", null, 1);
    knows(scene);
  }

  private void knows(Scene scene) {
    if (scene.channel() == Channel.WEB && scene.visitorKey() != null) {
      visitors.add(scene.visitorKey());
      if (scene.venue() != null) {
        visitorsOfVenues
            .computeIfAbsent(scene.venue(), v -> new HashSet<>())
            .add(scene.visitorKey());
      }
    }
  }

  private void add(
      Measure measure,
      int hour,
      Scene scene,
      String topic,
      @Nullable Outcome outcome,
      long amount) {
    truth.merge(
        new Cell(
            DAY,
            hour,
            measure,
            scene.channel() == null ? "" : scene.channel().code(),
            or(scene.venue()),
            or(scene.hall()),
            or(scene.activity()),
            or(scene.programme()),
            or(scene.region()),
            topic,
            "general",
            outcome == null ? "" : outcome.code()),
        amount,
        Long::sum);
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }

  private String conversation() {
    return "conversation " + number++;
  }

  private String question() {
    return "问题" + number++;
  }

  private static Scene web(String visitor, String venue, @Nullable String hall) {
    return scene(Channel.WEB, visitor, venue, hall, null, null, null, Set.of());
  }

  private static Scene kiosk(String terminal, Set<Flag> flags) {
    return scene(Channel.KIOSK, null, "milu", "hall-9", null, null, terminal, flags);
  }

  private static Scene scene(
      Channel channel,
      @Nullable String visitor,
      String venue,
      @Nullable String hall,
      @Nullable String activity,
      @Nullable String parent,
      @Nullable String terminal,
      Set<Flag> flags) {
    return new Scene(
        parent,
        visitor,
        channel,
        terminal,
        venue,
        hall,
        null,
        activity,
        activity == null ? null : "science-week",
        Audience.GENERAL,
        channel == Channel.KIOSK ? "北京市" : null,
        "zh-CN",
        flags);
  }
}
