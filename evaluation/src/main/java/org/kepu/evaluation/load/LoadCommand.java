package org.kepu.evaluation.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a service of its own process as many visitors would, and times what they see. */
@Command(
    name = "load",
    description = {
      "Starts the packaged service on this machine and asks it the home questions over server-sent",
      "events. The driver shares the processor with the service. Exits with 1 if an aim is missed."
    },
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

  private static final long SEED = 20261129;

  /** Until the compilers have little left to do. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final int WARM_UP_VISITORS = 8;
  private static final int SLOW_READERS = 64;
  private static final Duration SLOWLY = Duration.ofMillis(500);
  private static final double BURST = 10;

  /** A part of the measurement. */
  enum Part {
    /** Visitors who ask again as soon as they have their answer. */
    CLOSED,
    /** The same without the reader. */
    UNREAD,
    /** Sixteen visitors beside others who read half a line a second. */
    SLOW,
    /** A quiet rate, ten times of it, and the quiet rate again. */
    BURST,
    /** The framework alone and LangChain4j's easy RAG under the same visitors. */
    PEERS,
    /** A steady rate for long: does anything grow? */
    SOAK
  }

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--part",
      split = ",",
      defaultValue = "closed,unread,slow,burst,peers",
      description = "What to measure: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Set<Part> parts = EnumSet.noneOf(Part.class);

  @Option(
      names = "--visitors",
      split = ",",
      defaultValue = "1,16,128,1000,5000",
      description = "How many at once, in the closed model; default ${DEFAULT-VALUE}")
  private List<Integer> visitors = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "How long each step lasts; default ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--rate",
      defaultValue = "10",
      description = "Questions a second when it is quiet; default ${DEFAULT-VALUE}")
  private double rate;

  @Option(
      names = "--soak-minutes",
      defaultValue = "60",
      description = "How long the soak lasts; default ${DEFAULT-VALUE}")
  private int soakMinutes;

  @Mixin private FiguresFile file = new FiguresFile();

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Aim> aims = new ArrayList<>();
  private List<String> questions = List.of();

  @Override
  public Integer call() throws Exception {
    List<String> all = new ArrayList<>(bank.all().stream().map(HomeQuestion::question).toList());
    Collections.shuffle(all, new Random(SEED));
    questions = List.copyOf(all);
    System.out.println(
        "| what | visitors | answers/s | first p50 | p95 | p99 | whole p99 ms | turned away | failed"
            + " | CPU ms each | MiB |\n|---|---|---|---|---|---|---|---|---|---|---|");
    if (parts.stream()
        .anyMatch(EnumSet.of(Part.CLOSED, Part.SLOW, Part.BURST, Part.SOAK)::contains)) {
      withReader();
    }
    if (parts.contains(Part.UNREAD)) {
      withoutReader();
    }
    if (parts.contains(Part.PEERS)) {
      for (String peer : List.of("bare", "easy_rag")) {
        peer(peer);
      }
    }
    file.write(figures);
    List<Aim> missed = aims.stream().filter(aim -> !aim.reached()).toList();
    missed.forEach(System.err::println);
    return missed.isEmpty() ? 0 : 1;
  }

  private void withReader() throws Exception {
    try (ServiceProcess service = product()) {
      Crowd crowd = warm(service);
      if (parts.contains(Part.CLOSED)) {
        closed(service, crowd);
      }
      if (parts.contains(Part.SLOW)) {
        slow(service, crowd);
      }
      if (parts.contains(Part.BURST)) {
        burst(service, crowd);
      }
      if (parts.contains(Part.SOAK)) {
        new Soak(service, crowd, rate).run(Duration.ofMinutes(soakMinutes), figures, aims);
      }
    }
  }

  private void closed(ServiceProcess service, Crowd crowd) {
    for (int count : visitors) {
      Measured step = closed("closed", service, crowd, count);
      String name = "closed." + count;
      aims.add(Aim.atMost(name + ".failed", step.failed(), 0));
      if (count == 16) {
        aims.add(Aim.atLeast(name + ".answers-per-second", step.rate(), 25));
        aims.add(Aim.atMost(name + ".first-p99-ms", step.tally().firstMs(99), 1000));
      }
      if (count == 1000) {
        aims.add(Aim.atMost(name + ".turned-away", step.tally().count(Ending.TURNED_AWAY), 0));
        aims.add(Aim.atMost(name + ".resident-mib", service.mostResidentMib(), 1536));
      }
    }
  }

  private void withoutReader() throws Exception {
    try (ServiceProcess service = product("--kepu.chat.reader-tokens=0")) {
      Crowd crowd = warm(service);
      Measured step = closed("unread", service, crowd, 16);
      aims.add(Aim.atLeast("unread.16.answers-per-second", step.rate(), 150));
    }
  }

  private void peer(String kind) {
    try (ServiceProcess service = ServiceProcess.peer(kind)) {
      closed(kind, service, warm(service), 16);
    }
  }

  /** Those who read slowly must cost the others nothing. */
  private void slow(ServiceProcess service, Crowd crowd) throws Exception {
    try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Future<Tally> slow =
          aside.submit(() -> crowd.closed(SLOW_READERS, Duration.ofSeconds(seconds), SLOWLY));
      Measured step = closed("beside slow", service, crowd, 16);
      Tally readers = slow.get();
      aims.add(Aim.atMost("beside-slow.16.failed", step.failed(), 0));
      aims.add(
          Aim.atMost(
              "slow-readers.failed",
              readers.count(Ending.FAILED) + readers.count(Ending.BROKEN),
              0));
    }
  }

  private void burst(ServiceProcess service, Crowd crowd) {
    Measured before = open("quiet", service, crowd, rate);
    Measured burst = open("burst", service, crowd, BURST * rate);
    // What the burst left is not waited for: the open model goes on.
    open("10 s after", service, crowd, rate, Duration.ofSeconds(10));
    Measured after = open("quiet again", service, crowd, rate);
    aims.add(Aim.atMost("burst.failed", burst.failed(), 0));
    aims.add(
        Aim.atMost(
            "quiet-again.first-p95-ms",
            after.tally().firstMs(95),
            Math.max(2 * before.tally().firstMs(95), 250)));
  }

  private ServiceProcess product(String... further) {
    // All visitors come from one address here.
    List<String> settings = new ArrayList<>(List.of("--kepu.chat.questions-per-minute=1000000"));
    settings.addAll(List.of(further));
    return ServiceProcess.product(settings);
  }

  private Crowd warm(ServiceProcess service) {
    Crowd crowd = new Crowd(new StreamClient(service.url()), questions);
    crowd.closed(WARM_UP_VISITORS, WARM_UP, Duration.ZERO);
    return crowd;
  }

  private Measured closed(String what, ServiceProcess service, Crowd crowd, int count) {
    long start = System.nanoTime();
    Duration cpu = service.cpu();
    Tally tally = crowd.closed(count, Duration.ofSeconds(seconds), Duration.ZERO);
    return told(
        what,
        String.valueOf(count),
        service,
        new Measured(tally, since(start), service.cpu().minus(cpu)));
  }

  private Measured open(
      String what, ServiceProcess service, Crowd crowd, double questionsPerSecond) {
    return open(what, service, crowd, questionsPerSecond, Duration.ofSeconds(seconds));
  }

  private Measured open(
      String what,
      ServiceProcess service,
      Crowd crowd,
      double questionsPerSecond,
      Duration duration) {
    long start = System.nanoTime();
    Duration cpu = service.cpu();
    Tally tally = crowd.open(questionsPerSecond, duration);
    return told(
        what,
        String.format(Locale.ROOT, "%.0f/s", questionsPerSecond),
        service,
        new Measured(tally, since(start), service.cpu().minus(cpu)));
  }

  private Measured told(String what, String visitors, ServiceProcess service, Measured step) {
    Tally tally = step.tally();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %.0f | %.0f | %.0f | %.0f | %d | %d | %.1f | %.0f |%n",
        what,
        visitors,
        step.rate(),
        tally.firstMs(50),
        tally.firstMs(95),
        tally.firstMs(99),
        tally.totalMs(99),
        tally.count(Ending.TURNED_AWAY),
        step.failed(),
        step.cpuMsEach(),
        service.residentMib());
    String name = (what + "." + visitors).replace(' ', '-').replace("/s", "-a-second");
    figures.put(name + ".answers-per-second", step.rate());
    figures.put(name + ".first-p50-ms", tally.firstMs(50));
    figures.put(name + ".first-p95-ms", tally.firstMs(95));
    figures.put(name + ".first-p99-ms", tally.firstMs(99));
    figures.put(name + ".turned-away", (double) tally.count(Ending.TURNED_AWAY));
    figures.put(name + ".failed", (double) step.failed());
    figures.put(name + ".cpu-ms-each", step.cpuMsEach());
    figures.put(name + ".resident-mib", service.residentMib());
    return step;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * A step.
   *
   * @param cpu what the service used of the processor meanwhile
   */
  private record Measured(Tally tally, Duration elapsed, Duration cpu) {

    double rate() {
      return tally.rate(elapsed);
    }

    long failed() {
      return tally.count(Ending.FAILED) + tally.count(Ending.BROKEN);
    }

    double cpuMsEach() {
      return cpu.toNanos() / 1e6 / Math.max(1, tally.count(Ending.FINISHED));
    }
  }
}
