package org.kepu.evaluation.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.load.Visit.Ending;
import org.kepu.evaluation.report.Aim;
import org.kepu.evaluation.report.FiguresFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two nodes on one database behind a proxy: one is restarted, then one is killed, under load. */
@Command(
    name = "nodes",
    description = {
      "Starts a PostgreSQL, two packaged services on it and HAProxy before them, and asks while one",
      "after the other is restarted, and while one is killed. Counts in the database what was",
      "promised to visitors. Exits with 1 if an aim is missed."
    },
    mixinStandardHelpOptions = true)
public final class NodesCommand implements Callable<Integer> {

  /** A killed node's turns are ended by the other one when its lease is over. */
  private static final Duration SWEPT = Duration.ofMinutes(3);

  private static final Duration QUIET = Duration.ofSeconds(5);

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--rate",
      defaultValue = "50",
      description = "Questions a second; default ${DEFAULT-VALUE}")
  private double rate;

  @Option(
      names = "--reader-tokens",
      defaultValue = "0",
      description =
          "The reader's budget a question; default ${DEFAULT-VALUE}: the nodes are measured, not it")
  private int readerTokens;

  @Mixin private FiguresFile file = new FiguresFile();

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Aim> aims = new ArrayList<>();
  private final Set<String> accepted = new HashSet<>();

  @Override
  public Integer call() throws Exception {
    List<String> questions = bank.all().stream().map(HomeQuestion::question).toList();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ServiceProcess one = node(postgres);
        ServiceProcess two = node(postgres);
        Proxy proxy = new Proxy(one.url(), two.url())) {
      Thread.sleep(QUIET);
      Crowd crowd = new Crowd(new StreamClient(proxy.url()), questions);
      crowd.closed(8, Duration.ofSeconds(20), Duration.ZERO);
      System.out.println(
          "| what | asked | finished | told to come back | broken | finished % |\n|---|---|---|---|---|---|");
      Tally rolling =
          during(
              crowd,
              () -> {
                for (ServiceProcess node : List.of(one, two)) {
                  Thread.sleep(QUIET);
                  node.stop();
                  node.startAgain();
                }
                Thread.sleep(QUIET);
              });
      tell("rolling", rolling);
      aims.add(Aim.atLeast("rolling.finished-percent", percent(rolling), 99));
      Tally killed =
          during(
              crowd,
              () -> {
                Thread.sleep(QUIET);
                one.kill();
                Thread.sleep(QUIET);
                one.startAgain();
                Thread.sleep(QUIET);
              });
      tell("killed", killed);
      count(JdbcClient.create(postgres.getPostgresDatabase()));
    }
    file.write(figures);
    List<Aim> missed = aims.stream().filter(aim -> !aim.reached()).toList();
    missed.forEach(System.err::println);
    return missed.isEmpty() ? 0 : 1;
  }

  private ServiceProcess node(EmbeddedPostgres postgres) throws IOException {
    return ServiceProcess.product(
        List.of(
            "--kepu.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--kepu.chat.questions-per-minute=1000000",
            "--kepu.chat.reader-tokens=" + readerTokens));
  }

  /** Asks at the rate until {@code happening} is over. */
  private Tally during(Crowd crowd, Happening happening) throws Exception {
    try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Future<?> over =
          aside.submit(
              () -> {
                happening.happen();
                return null;
              });
      Tally tally = new Tally();
      crowd.open(rate, tally, over::isDone);
      over.get();
      accepted.addAll(tally.accepted());
      return tally;
    }
  }

  private void tell(String what, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.2f |%n",
        what,
        tally.all(),
        tally.count(Ending.FINISHED),
        tally.count(Ending.TURNED_AWAY) + tally.count(Ending.FAILED),
        tally.count(Ending.BROKEN),
        percent(tally));
    figures.put(what + ".finished", percent(tally) / 100);
  }

  private static double percent(Tally tally) {
    return 100.0 * tally.count(Ending.FINISHED) / Math.max(1, tally.all());
  }

  private void count(JdbcClient database) throws InterruptedException {
    Promises promises = Promises.kept(database, accepted, SWEPT);
    System.out.printf(
        "%nOf %d promised answers, %d have no record and %d have two.%n",
        promises.made(), promises.lost(), promises.doubled());
    figures.put("records.lost", (double) promises.lost());
    figures.put("records.doubled", (double) promises.doubled());
    aims.add(Aim.atMost("records.lost", promises.lost(), 0));
    aims.add(Aim.atMost("records.doubled", promises.doubled(), 0));
  }

  /** What goes on while visitors ask. */
  @FunctionalInterface
  private interface Happening {
    void happen() throws InterruptedException;
  }
}
