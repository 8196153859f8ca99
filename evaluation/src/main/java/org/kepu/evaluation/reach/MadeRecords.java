package org.kepu.evaluation.reach;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records as a busy year leaves them: conversations with their questions, answers, votes and ends,
 * most of few places and many of the others; the same ones for the same number.
 */
final class MadeRecords {

  /** The columns of the interaction log that are filled; the others are empty. */
  static final List<String> COLUMNS =
      List.of(
          "event_id",
          "at",
          "occurred_at",
          "type",
          "conversation_id",
          "answer_id",
          "visitor_key",
          "channel",
          "terminal",
          "venue",
          "hall",
          "activity",
          "programme",
          "audience",
          "region",
          "locale",
          "flags",
          "turn",
          "text_key",
          "intent",
          "outcome",
          "grounded",
          "citations",
          "topics",
          "generated_by",
          "first_sentence_ms",
          "total_ms",
          "vote",
          "reason",
          "active_ms",
          "schema_version");

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");
  private static final List<String> CHANNELS =
      List.of("web", "kiosk", "h5", "wechat", "educator", "api");
  private static final List<String> VENUES = List.of("milu", "nature", "planetarium", "");
  private static final List<String> AUDIENCES = List.of("general", "child", "elder", "educator");
  private static final int HALLS = 8;
  private static final int ACTIVITIES = 120;
  private static final int PROGRAMMES = 6;
  private static final int TOPICS = 60;
  private static final int VISITORS_A_DAY = 4_000;

  private final Random random = new Random(7);
  private final LocalDate first;
  private final int days;
  private long number;

  /**
   * Records of some days.
   *
   * @param first the first of them
   */
  MadeRecords(LocalDate first, int days) {
    this.first = first;
    this.days = days;
  }

  /** Makes records, day by day, until there are so many. */
  void make(long records, Consumer<@Nullable Object[]> taker) {
    for (int day = 0; day < days; day++) {
      long due = records * (day + 1) / days;
      while (number < due) {
        conversation(first.plusDays(day), taker);
      }
    }
  }

  private void conversation(LocalDate day, Consumer<@Nullable Object[]> taker) {
    Place place = place(day);
    String conversation = id();
    long at =
        day.atStartOfDay(ACADEMY)
            .plus(7 * 3_600_000L + skewed(15 * 3_600_000), ChronoUnit.MILLIS)
            .toInstant()
            .toEpochMilli();
    int turns = 1 + random.nextInt(4);
    for (int turn = 1; turn <= turns; turn++) {
      String answer = id();
      @Nullable Object[] question = row(at, "question", conversation, answer, place);
      set(question, "turn", turn);
      set(question, "text_key", id());
      taker.accept(question);
      long took = 200 + skewed(4_000);
      taker.accept(answer(at + took, took, conversation, answer));
      if (random.nextInt(12) == 0) {
        @Nullable Object[] vote =
            row(at + took + 5_000, "feedback", conversation, answer, Place.NONE);
        set(vote, "vote", random.nextInt(8) == 0 ? "down" : "up");
        taker.accept(vote);
      }
      if (random.nextInt(6) == 0) {
        taker.accept(row(at + took + 9_000, "source_open", conversation, answer, place));
      }
      at += 20_000 + random.nextInt(60_000);
    }
    @Nullable Object[] end = row(at, "conversation_end", conversation, null, place);
    set(end, "reason", place.channel().equals("kiosk") ? "reset" : "nav");
    set(end, "active_ms", (long) skewed(1_200_000));
    taker.accept(end);
  }

  private @Nullable Object[] answer(long at, long took, String conversation, String answer) {
    @Nullable Object[] row = row(at, "answer", conversation, answer, Place.NONE);
    int drawn = random.nextInt(1000);
    boolean answered = drawn < 850;
    set(row, "intent", drawn < 960 ? "knowledge" : "practical");
    set(
        row,
        "outcome",
        answered
            ? "answered"
            : drawn < 900
                ? "partial"
                : drawn < 960
                    ? "no_source"
                    : drawn < 985 ? "clarified" : drawn < 998 ? "refused" : "error");
    if (drawn < 900) {
      set(row, "grounded", drawn % 50 != 0);
      set(row, "citations", "document-%d@sha256:0123456789abcdef".formatted(random.nextInt(3_000)));
    }
    set(
        row,
        "topics",
        random.nextInt(5) == 0 ? topic() + " " + topic() : drawn % 9 == 0 ? "" : topic());
    set(row, "generated_by", "extractive");
    set(row, "first_sentence_ms", took / 2);
    set(row, "total_ms", took);
    return row;
  }

  private String topic() {
    return "topic-" + skewed(TOPICS);
  }

  private Place place(LocalDate day) {
    String channel = CHANNELS.get(skewed(CHANNELS.size()));
    boolean kiosk = channel.equals("kiosk");
    String venue = VENUES.get(skewed(kiosk ? VENUES.size() - 1 : VENUES.size()));
    int activity = random.nextInt(10) == 0 ? 1 + random.nextInt(ACTIVITIES) : 0;
    return new Place(
        channel,
        kiosk ? null : "visitor-%s-%d".formatted(day, random.nextInt(VISITORS_A_DAY)),
        kiosk ? "terminal-" + venue + "-" + random.nextInt(20) : null,
        venue.isEmpty() ? null : venue,
        kiosk ? "hall-" + skewed(HALLS) : null,
        activity == 0 ? null : "activity-" + activity,
        activity == 0 ? null : "programme-" + activity % PROGRAMMES,
        AUDIENCES.get(skewed(AUDIENCES.size())),
        kiosk ? "北京市" : null,
        random.nextInt(50) == 0 ? "bot" : "");
  }

  private @Nullable Object[] row(
      long at, String type, String conversation, @Nullable String answer, Place place) {
    @Nullable Object[] row = new Object[COLUMNS.size()];
    Arrays.fill(row, null);
    set(row, "event_id", id());
    set(row, "at", at);
    set(row, "occurred_at", at);
    set(row, "type", type);
    set(row, "conversation_id", conversation);
    set(row, "answer_id", answer);
    set(row, "visitor_key", place.visitor());
    set(row, "channel", place.channel().isEmpty() ? null : place.channel());
    set(row, "terminal", place.terminal());
    set(row, "venue", place.venue());
    set(row, "hall", place.hall());
    set(row, "activity", place.activity());
    set(row, "programme", place.programme());
    set(row, "audience", place.audience().isEmpty() ? null : place.audience());
    set(row, "region", place.region());
    set(row, "locale", "zh-CN");
    set(row, "flags", place.flags());
    set(row, "citations", "");
    set(row, "topics", "");
    set(row, "schema_version", 2);
    number++;
    return row;
  }

  private static final Map<String, Integer> INDEX = index();

  private static Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    COLUMNS.forEach(column -> index.put(column, index.size()));
    return index;
  }

  private static void set(@Nullable Object[] row, String column, @Nullable Object value) {
    row[INDEX.getOrDefault(column, -1)] = value;
  }

  /** A UUID of the form that they have; not of this moment, but in order, as they come. */
  private String id() {
    return "%08x-0000-7000-8000-%012x"
        .formatted(number >>> 12 & 0xFFFFFFFFL, random.nextLong() & 0xFFFFFFFFFFFFL);
  }

  /** Few get most. */
  private int skewed(int size) {
    double drawn = random.nextDouble();
    return (int) (drawn * drawn * size);
  }

  private record Place(
      String channel,
      @Nullable String visitor,
      @Nullable String terminal,
      @Nullable String venue,
      @Nullable String hall,
      @Nullable String activity,
      @Nullable String programme,
      String audience,
      @Nullable String region,
      String flags) {

    static final Place NONE = new Place("", null, null, null, null, null, null, "", null, "");
  }
}
