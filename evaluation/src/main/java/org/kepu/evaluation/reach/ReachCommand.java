package org.kepu.evaluation.reach;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.config.Records;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.reach.figures.Dashboard;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReportMaker;
import org.kepu.assistant.report.Span;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.report.write.DocxWriter;
import org.kepu.assistant.report.write.PdfWriter;
import org.kepu.assistant.report.write.ReportWriter;
import org.kepu.assistant.report.write.XlsxWriter;
import org.kepu.evaluation.report.Aim;
import org.kepu.evaluation.report.FiguresFile;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a database with a year of records and times the dashboard, a report and the writing. */
@Command(
    name = "reach",
    description = {
      "Makes records of a year and counts them, then times every panel of the dashboard, a year's",
      "report in all its forms, and what writing costs a question. Exits with 1 if a limit is",
      "missed. The database must be empty: what is made would be counted with what is real."
    },
    mixinStandardHelpOptions = true)
public final class ReachCommand implements Callable<Integer> {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");
  private static final double MOST_SECONDS_A_PANEL = 1;
  private static final double MOST_SECONDS_A_REPORT = 60;
  private static final double MOST_MILLIS_A_QUESTION = 2;
  private static final int LOOKS = 5;
  private static final int QUESTIONS = 1_000;
  private static final int PAGE_BYTES = 4_096;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Option(
      names = "--records",
      defaultValue = "100000",
      description = "How many records; default ${DEFAULT-VALUE}")
  private long records;

  @Option(
      names = "--database",
      defaultValue = "sqlite",
      description =
          "sqlite: a file that is deleted afterwards; postgres: a server that is started for it; or"
              + " the JDBC address of an empty PostgreSQL database; default ${DEFAULT-VALUE}")
  private String database = "";

  @Mixin private FiguresFile file = new FiguresFile();

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Aim> aims = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Path home = Files.createTempDirectory("kepu-evaluation-reach");
    try (EmbeddedPostgres server = database.equals("postgres") ? EmbeddedPostgres.start() : null;
        ConfigurableApplicationContext context = Records.open(arguments(home, server))) {
      fill(context);
      count(context);
      panels(context);
      report(context);
      write(context, home);
    } finally {
      delete(home);
    }
    System.out.println("\n| figure | measured | limit | kept |\n|---|---|---|---|");
    aims.forEach(aim -> System.out.println(aim.row()));
    file.write(figures);
    List<Aim> missed = aims.stream().filter(aim -> !aim.reached()).toList();
    missed.forEach(System.err::println);
    return missed.isEmpty() ? 0 : 1;
  }

  private String[] arguments(Path home, @Nullable EmbeddedPostgres server) {
    String url =
        server != null
            ? server.getJdbcUrl("postgres", "postgres")
            : database.equals("sqlite") ? "" : database;
    return new String[] {
      "--kepu.home=" + home, "--kepu.database.url=" + url, "--logging.level.root=warn"
    };
  }

  /** The calendar year before this one. */
  private static Year year() {
    return Year.now(ACADEMY).minusYears(1);
  }

  private void fill(ConfigurableApplicationContext context) throws Exception {
    HikariDataSource pool = context.getBean(HikariDataSource.class);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      try (var found = statement.executeQuery("SELECT 1 FROM interaction LIMIT 1")) {
        if (found.next()) {
          throw new IllegalArgumentException(
              "The database holds interactions already. Please name an empty one with --database");
        }
      }
      long start = System.nanoTime();
      MadeRecords made = new MadeRecords(year().atDay(1), year().length());
      BulkLoad.into(connection, taker -> made.make(records, taker));
      statement.execute("ANALYZE");
      told("made.seconds", seconds(start));
    }
  }

  private void count(ConfigurableApplicationContext context) {
    long start = System.nanoTime();
    context.getBean(Rollup.class).update();
    told("counted.seconds", seconds(start));
    start = System.nanoTime();
    context.getBean(Rollup.class).update();
    told("counted-again.seconds", seconds(start));
  }

  private void panels(ConfigurableApplicationContext context) {
    LocalDate last = year().atDay(year().length());
    Map<String, Period> periods = new LinkedHashMap<>();
    periods.put("day", new Period(last, last));
    periods.put("month", new Period(last.minusDays(29), last));
    periods.put("odd-days", new Period(last.minusDays(350), last.minusDays(9)));
    periods.put("year", new Period(year().atDay(1), last));
    FigureStore store = context.getBean(FigureStore.class);
    Dashboard dashboard = context.getBean(Dashboard.class);
    Reach reach = context.getBean(Reach.class);
    periods.forEach(
        (name, period) -> {
          for (Dimension dimension : Dimension.values()) {
            panel(
                "%s.by-%s".formatted(name, dimension.code()),
                () -> store.sums(period, Set.of(), dimension));
          }
          panel(name + ".medians", () -> store.medians(period));
          panel(name + ".whole", () -> dashboard.of(period, Set.of()));
          panel(name + ".of-a-venue", () -> dashboard.of(period, Set.of("milu")));
          panel(name + ".ledgers", () -> reach.of(period));
        });
    panel("plans", () -> reach.standings(last));
    panel("gaps", () -> context.getBean(Gaps.class).list(true, Set.of(), 200));
    panel("corrections", () -> context.getBean(Corrections.class).list(true, 200));
    panel("activities", () -> context.getBean(Activities.class).all());
    panel("evidence", () -> context.getBean(EvidenceFiles.class).all());
  }

  /**
   * The slowest of several looks: nobody waits for an average. What the slowest computed here is
   * told beside it: on a machine that does other things, too, the rest of it is waiting.
   */
  private void panel(String name, Callable<Object> look) {
    double slowest = 0;
    double computed = 0;
    for (int i = 0; i < LOOKS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      double took = timed(look);
      if (took > slowest) {
        slowest = took;
        computed = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
      }
    }
    String figure = "panel." + name + ".seconds";
    told(figure, slowest);
    told("panel." + name + ".computing.seconds", computed);
    aims.add(Aim.atMost(figure, slowest, MOST_SECONDS_A_PANEL));
  }

  private void report(ConfigurableApplicationContext context) {
    ReportMaker maker = context.getBean(ReportMaker.class);
    reported("report.year.seconds", maker);
    long start = System.nanoTime();
    context.getBean(LockKeeper.class).lockDue();
    told("locked.seconds", seconds(start));
    reported("report.locked-year.seconds", maker);
  }

  private void reported(String figure, ReportMaker maker) {
    List<ReportWriter> writers = List.of(new XlsxWriter(), new DocxWriter(), new PdfWriter());
    double took =
        timed(
            () -> {
              ReachReport report = maker.of(Span.of(year()), Set.of());
              return writers.stream().mapToInt(writer -> writer.write(report).length).sum();
            });
    told(figure, took);
    aims.add(Aim.atMost(figure, took, MOST_SECONDS_A_REPORT));
  }

  /** What a question waits for: its turn opened before it is accepted, and closed at its end. */
  private void write(ConfigurableApplicationContext context, Path home) throws IOException {
    TurnLedger ledger = context.getBean(TurnLedger.class);
    double[] questions = millis(() -> question(ledger));
    told("write.p95.milliseconds", questions[QUESTIONS * 95 / 100]);
    double median = questions[QUESTIONS / 2];
    told("write.median.milliseconds", median);
    aims.add(Aim.atMost("write.median.milliseconds", median, MOST_MILLIS_A_QUESTION));
    told("disk.median.milliseconds", onDisk(home));
  }

  /**
   * How long this disk takes for a page alone: a question's two commits cannot take less than two.
   */
  private static double onDisk(Path home) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(PAGE_BYTES);
    try (FileChannel file =
        FileChannel.open(
            home.resolve("page"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return millis(
          () -> {
            file.write(page.rewind());
            file.force(false);
            return true;
          })[QUESTIONS / 2];
    }
  }

  /** What each of many times took, the shortest first. */
  private static double[] millis(Callable<Object> work) {
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      millis[i] = 1_000 * timed(work);
    }
    Arrays.sort(millis);
    return millis;
  }

  private static boolean question(TurnLedger ledger) {
    String conversation = UUID.randomUUID().toString();
    String answer = UUID.randomUUID().toString();
    Scene scene = Scene.builder().channel(Channel.WEB).visitorKey("visitor").venue("milu").build();
    ledger.open(
        new NewTurn(answer, conversation, null, "hash"),
        Interaction.question(
            UUID.randomUUID(), Instant.now(), conversation, answer, scene, "麋鹿为什么叫“四不像”？"));
    Ending ending =
        new Ending(
            Outcome.ANSWERED,
            Intent.KNOWLEDGE,
            true,
            List.of("milu@sha256:0123456789abcdef"),
            List.of("topic-1"),
            "extractive",
            null,
            null,
            6L,
            12L);
    return ledger.close(
        answer,
        Outcome.ANSWERED,
        "{}",
        Interaction.answer(UUID.randomUUID(), Instant.now(), conversation, answer, ending));
  }

  private void told(String figure, double value) {
    figures.put(figure, value);
    System.out.printf(Locale.ROOT, "%s: %.3f%n", figure, value);
  }

  private static double timed(Callable<?> work) {
    long start = System.nanoTime();
    try {
      work.call();
    } catch (Exception e) {
      throw new IllegalStateException("What was timed failed", e);
    }
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
