package org.kepu.evaluation.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.load.Crowd;
import org.kepu.evaluation.load.Promises;
import org.kepu.evaluation.load.ServiceProcess;
import org.kepu.evaluation.load.StreamClient;
import org.kepu.evaluation.load.Tally;
import org.kepu.evaluation.load.Visit.Ending;
import org.kepu.evaluation.report.FiguresFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills, freezes and starves a service while it is asked, and counts what it promised. */
@Command(
    name = "faults",
    description = {
      "Starts the packaged service on this machine, asks it the home questions, and lets happen what",
      "happens to machines. The driver writes down what was acknowledged and compares that with the",
      "database. Exits with 1 if a promise was not kept, and names it."
    },
    mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {

  private static final Duration FROZEN = Duration.ofSeconds(15);
  private static final Duration FULL = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** What a killed process left open is ended by its successor, or when its lease is over. */
  private static final Duration SWEPT = Duration.ofMinutes(3);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SMALL_DISK_MIB = 400;

  /** Something that happens. */
  enum Part {
    /** The process is killed (SIGKILL) at a random moment and started again. */
    KILL,
    /** The process stands still (SIGSTOP) for 15 s and goes on. */
    FREEZE,
    /** The disk of its home is full for 10 s. Needs to be root, to mount a small one. */
    DISK,
    /** Its PostgreSQL stands still for 15 s and goes on. */
    DATABASE
  }

  @Option(
      names = "--part",
      split = ",",
      defaultValue = "kill,freeze,disk,database",
      description = "What happens: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Set<Part> parts = EnumSet.noneOf(Part.class);

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--kills",
      defaultValue = "20",
      description = "How often it is killed; default ${DEFAULT-VALUE}")
  private int kills;

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Questions a second; default ${DEFAULT-VALUE}")
  private double rate;

  @Option(
      names = "--seed",
      defaultValue = "20261130",
      description = "What the moments of the kills come from; default ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      defaultValue = "evaluation/target/faults",
      description =
          "Folder for what was acknowledged and what the service said; default ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  @Mixin private FiguresFile file = new FiguresFile();

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<String> shortfalls = new ArrayList<>();
  private List<String> questions = List.of();

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    questions = bank.all().stream().map(HomeQuestion::question).toList();
    System.out.printf("Seed %d.%n%n%s%n", seed, Outcome.HEAD);
    List<String> skipped = new ArrayList<>();
    for (Part part : parts) {
      Optional<Outcome> outcome =
          switch (part) {
            case KILL -> Optional.of(kill());
            case FREEZE -> Optional.of(freeze());
            case DISK -> disk();
            case DATABASE -> Optional.of(database());
          };
      outcome.ifPresentOrElse(
          this::tell,
          () -> skipped.add("Skipped: disk. No small disk can be mounted here; be root for it."));
    }
    skipped.forEach(System.out::println);
    file.write(figures);
    shortfalls.forEach(System.err::println);
    return shortfalls.isEmpty() ? 0 : 1;
  }

  private void tell(Outcome outcome) {
    System.out.println(outcome);
    shortfalls.addAll(outcome.shortfalls());
    figures.put(outcome.fault() + ".promised", (double) outcome.promises().made());
    figures.put(outcome.fault() + ".lost", (double) outcome.promises().lost());
    figures.put(outcome.fault() + ".doubled", (double) outcome.promises().doubled());
    figures.put(outcome.fault() + ".ready-after-s", outcome.slowest().toMillis() / 1e3);
  }

  private Outcome kill() throws Exception {
    Random random = new Random(seed);
    Acknowledged acknowledged = new Acknowledged(out.resolve("acknowledged-kill.txt"));
    Counted counted = new Counted();
    try (ServiceProcess service = service("kill", ServiceProcess.temporaryHome(), List.of())) {
      Crowd crowd = crowd(service);
      for (int i = 0; i < kills; i++) {
        Tally tally =
            during(
                crowd,
                () -> {
                  Thread.sleep(500 + random.nextInt(3_500));
                  service.kill();
                });
        acknowledged.add(tally.accepted());
        counted.add(tally);
        long start = System.nanoTime();
        service.startAgain();
        counted.ready(start);
      }
      return counted.outcome("kill", kills, true, sqlite(service), acknowledged);
    }
  }

  private Outcome freeze() throws Exception {
    Acknowledged acknowledged = new Acknowledged(out.resolve("acknowledged-freeze.txt"));
    Counted counted = new Counted();
    try (ServiceProcess service = service("freeze", ServiceProcess.temporaryHome(), List.of())) {
      Tally tally =
          during(
              crowd(service),
              () -> {
                Thread.sleep(QUIET);
                service.signal("STOP");
                Thread.sleep(FROZEN);
                service.signal("CONT");
                counted.readyAgain(service);
                Thread.sleep(QUIET);
              });
      acknowledged.add(tally.accepted());
      counted.add(tally);
      return counted.outcome("freeze", 1, false, sqlite(service), acknowledged);
    }
  }

  private Optional<Outcome> disk() throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mounted(SMALL_DISK_MIB);
    if (mounted.isEmpty()) {
      return Optional.empty();
    }
    Acknowledged acknowledged = new Acknowledged(out.resolve("acknowledged-disk.txt"));
    Counted counted = new Counted();
    try (SmallDisk disk = mounted.get();
        ServiceProcess service =
            service("disk", Files.createDirectory(disk.folder().resolve("home")), List.of())) {
      Tally tally =
          during(
              crowd(service),
              () -> {
                Thread.sleep(QUIET);
                disk.fill();
                Thread.sleep(FULL);
                disk.free();
                counted.readyAgain(service);
                Thread.sleep(QUIET);
              });
      acknowledged.add(tally.accepted());
      counted.add(tally);
      return Optional.of(counted.outcome("disk", 1, false, sqlite(service), acknowledged));
    }
  }

  private Outcome database() throws Exception {
    Acknowledged acknowledged = new Acknowledged(out.resolve("acknowledged-database.txt"));
    Counted counted = new Counted();
    Path data = Files.createTempDirectory("kepu-postgres");
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true).start();
        ServiceProcess service =
            service(
                "database",
                ServiceProcess.temporaryHome(),
                List.of("--kepu.database.url=" + postgres.getJdbcUrl("postgres", "postgres")))) {
      Tally tally =
          during(
              crowd(service),
              () -> {
                Thread.sleep(QUIET);
                signalAll(data, "STOP");
                Thread.sleep(FROZEN);
                signalAll(data, "CONT");
                counted.readyAgain(service);
                Thread.sleep(QUIET);
              });
      acknowledged.add(tally.accepted());
      counted.add(tally);
      return counted.outcome(
          "database", 1, false, JdbcClient.create(postgres.getPostgresDatabase()), acknowledged);
    }
  }

  /** Sends a signal to a PostgreSQL and all of its processes. */
  private static void signalAll(Path data, String signal) throws InterruptedException {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<String> words = new ArrayList<>(List.of("kill", "-" + signal));
      Stream.concat(Stream.of(postmaster), postmaster.descendants())
          .forEach(process -> words.add(String.valueOf(process.pid())));
      new ProcessBuilder(words).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(
          "Cannot send a signal to the PostgreSQL in " + data, e);
    }
  }

  private ServiceProcess service(String part, Path home, List<String> settings) throws IOException {
    List<String> all = new ArrayList<>(settings);
    all.add("--kepu.chat.questions-per-minute=1000000");
    all.add("--kepu.chat.reader-tokens=0");
    Path said = out.resolve("service-" + part + ".log");
    Files.deleteIfExists(said);
    return ServiceProcess.product(home, all, said);
  }

  private Crowd crowd(ServiceProcess service) {
    return new Crowd(new StreamClient(service.url()), questions);
  }

  private static JdbcClient sqlite(ServiceProcess service) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + service.home().resolve("kepu.db"));
    return JdbcClient.create(database);
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
      return tally;
    }
  }

  /** What goes on while visitors ask. */
  @FunctionalInterface
  private interface Happening {
    void happen() throws InterruptedException;
  }

  /** Adds up what several rounds did. */
  private static final class Counted {

    private long asked;
    private long finished;
    private long turnedAway;
    private long broken;
    private Duration slowest = Duration.ZERO;

    void add(Tally tally) {
      asked += tally.all();
      finished += tally.count(Ending.FINISHED);
      turnedAway += tally.count(Ending.TURNED_AWAY) + tally.count(Ending.FAILED);
      broken += tally.count(Ending.BROKEN);
    }

    void ready(long start) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    /** Waits until a service that goes on says that it is ready. */
    void readyAgain(ServiceProcess service) throws InterruptedException {
      long start = System.nanoTime();
      while (!service.isReady()) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException(
              "The service was not ready again within %s".formatted(PATIENCE));
        }
        Thread.sleep(100);
      }
      ready(start);
    }

    Outcome outcome(
        String fault, int times, boolean mayBreak, JdbcClient database, Acknowledged acknowledged)
        throws InterruptedException {
      Promises promises = Promises.kept(database, acknowledged.all(), SWEPT);
      return new Outcome(
          fault, times, asked, finished, turnedAway, broken, mayBreak, promises, slowest);
    }
  }
}
