package org.kepu.assistant.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Source;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.count.Rollups;

/** Months made up by a rule, with much in them and much of it small. */
public final class SyntheticYears {

  private static final List<String> VENUES = List.of("milu", "nature", "planetarium", "");
  private static final List<String> CHANNELS = List.of("web", "kiosk", "h5", "wechat");
  private static final List<String> AUDIENCES = List.of("general", "child", "elder", "unknown");
  private static final List<String> TOPICS =
      List.of("milu", "deer", "birds", "moon", "planets", "dinosaurs", "unclassified");
  private static final List<String> PROGRAMMES = List.of("科技周", "科普月", "自然学堂", "京津冀科普行");
  private static final List<String> UNITS = List.of("麋鹿苑", "自然博物馆", "天文馆");

  private SyntheticYears() {}

  /** Fills the rollup of every day from one month to another. */
  public static void count(Rollups rollups, YearMonth first, YearMonth last, int busy) {
    Random random = new Random(first.hashCode() * 31L + busy);
    LocalDate end = last.atEndOfMonth();
    for (LocalDate day = first.atDay(1); !day.isAfter(end); day = day.plusDays(1)) {
      rollups.replace(day, day(random, day, busy), Instant.EPOCH);
    }
    rollups.upTo(end.plusDays(2).atStartOfDay(Material.ACADEMY).toInstant());
  }

  private static SortedMap<Cell, Long> day(Random random, LocalDate day, int busy) {
    SortedMap<Cell, Long> figures = new TreeMap<>();
    int conversations = busy + random.nextInt(busy + 1);
    for (int i = 0; i < conversations; i++) {
      conversation(figures, random, day);
    }
    put(figures, day, Measure.VISITOR, "web", "", random.nextInt(busy + 1));
    for (String channel : CHANNELS) {
      put(figures, day, Measure.FIRST_SENTENCE_P50, channel, "", 80 + random.nextInt(60));
      put(figures, day, Measure.FIRST_SENTENCE_P95, channel, "", 200 + random.nextInt(200));
      put(figures, day, Measure.TOTAL_P50, channel, "", 400 + random.nextInt(300));
      put(figures, day, Measure.TOTAL_P95, channel, "", 900 + random.nextInt(900));
      put(figures, day, Measure.DWELL_MEDIAN, channel, "", 40_000 + random.nextInt(90_000));
      put(figures, day, Measure.DWELL_P75, channel, "", 120_000 + random.nextInt(90_000));
    }
    return figures;
  }

  /** Most of it is of few places, so that the others are small. */
  private static void conversation(SortedMap<Cell, Long> figures, Random random, LocalDate day) {
    String venue = VENUES.get(skewed(random, VENUES.size()));
    String channel = CHANNELS.get(skewed(random, CHANNELS.size()));
    String audience = AUDIENCES.get(skewed(random, AUDIENCES.size()));
    String activity = random.nextInt(12) == 0 ? "kjz-" + (1 + random.nextInt(3)) : "";
    int hour = 6 + skewed(random, 15);
    int questions = 1 + random.nextInt(3);
    Scene scene = new Scene(day, hour, channel, venue, activity, audience);
    add(figures, scene, Measure.CONVERSATION, "", "", 1);
    add(figures, scene, Measure.VISIT, "", "", 1);
    for (int i = 0; i < questions; i++) {
      String topic = TOPICS.get(skewed(random, TOPICS.size()));
      String outcome = outcome(random);
      add(figures, scene, Measure.QUESTION, topic, outcome, Count.WHOLE);
      if (!outcome.equals("refused") && !outcome.equals("crisis")) {
        add(figures, scene, Measure.ANSWERABLE, topic, outcome, Count.WHOLE);
      }
      if (outcome.equals("answered") || outcome.equals("partial")) {
        add(figures, scene, Measure.ANSWER, topic, outcome, 1);
        add(figures, scene, Measure.GROUNDED, topic, outcome, random.nextInt(40) == 0 ? 0 : 1);
        if (random.nextInt(5) == 0) {
          Measure vote = random.nextInt(6) == 0 ? Measure.VOTE_DOWN : Measure.VOTE_UP;
          add(figures, scene, vote, "", outcome, 1);
        }
      }
    }
  }

  private static String outcome(Random random) {
    int drawn = random.nextInt(1000);
    return drawn < 800
        ? "answered"
        : drawn < 870 ? "partial" : drawn < 960 ? "no_source" : drawn < 998 ? "refused" : "crisis";
  }

  private static int skewed(Random random, int size) {
    double drawn = random.nextDouble();
    return (int) (drawn * drawn * drawn * size);
  }

  private record Scene(
      LocalDate day, int hour, String channel, String venue, String activity, String audience) {}

  private static void add(
      SortedMap<Cell, Long> figures,
      Scene scene,
      Measure measure,
      String topic,
      String outcome,
      long amount) {
    if (amount > 0) {
      figures.merge(
          new Cell(
              scene.day(),
              scene.hour(),
              measure,
              scene.channel(),
              scene.venue(),
              "",
              scene.activity(),
              scene.activity().isEmpty() ? "" : "science-week",
              scene.channel().equals("kiosk") ? "北京市" : "",
              topic,
              scene.audience(),
              outcome),
          amount,
          Long::sum);
    }
  }

  private static void put(
      SortedMap<Cell, Long> figures,
      LocalDate day,
      Measure measure,
      String channel,
      String venue,
      long amount) {
    figures.put(
        new Cell(day, Cell.WHOLE_DAY, measure, channel, venue, "", "", "", "", "", "", ""), amount);
  }

  /** Hands in entries of every kind and grade, some of whose titles are hostile. */
  public static void report(Ledgers ledgers, YearMonth first, YearMonth last) {
    List<Entry> entries = new ArrayList<>();
    Random random = new Random(first.hashCode());
    int number = 0;
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      for (int i = 0; i < 3; i++) {
        number++;
        String title = number % 5 == 0 ? "=HYPERLINK(\"http://x\")" : "观鸟第" + number + "期 <A&B>";
        entries.add(
            entry(Kind.OFFLINE, "kjz-" + number, title, number, month, random.nextInt(3000)));
        entries.add(
            entry(
                Kind.ONLINE,
                "live-" + number,
                "云游·" + number,
                number,
                month,
                random.nextInt(9000)));
        entries.add(entry(Kind.MEDIA, "video-" + i, "视频 " + i, number, month, 10_000L * number));
      }
      entries.add(entry(Kind.BOOK, "978-7-" + number, "《麋鹿》", number, month, 1));
      entries.add(entry(Kind.PRODUCT, "P-" + number, "望远镜套装", number, month, 1));
    }
    ledgers.keep(entries, "test");
  }

  private static Entry entry(
      Kind kind, String item, String title, int number, YearMonth month, long amount) {
    Grade grade = kind == Kind.OFFLINE ? (number % 2 == 0 ? Grade.B : Grade.C) : Grade.D;
    Source source =
        kind != Kind.OFFLINE ? Source.PLATFORM : number % 2 == 0 ? Source.GATE : Source.MANUAL;
    return new Entry(
        kind,
        item,
        title,
        PROGRAMMES.get(number % PROGRAMMES.size()),
        number % 3 == 0 ? "" : VENUES.get(number % 3),
        UNITS.get(number % UNITS.size()),
        month.atDay(1 + number % 28),
        source,
        amount,
        grade,
        grade == Grade.B ? "" : "附件 " + number);
  }
}
