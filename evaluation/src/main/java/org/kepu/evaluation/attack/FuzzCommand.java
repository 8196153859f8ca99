package org.kepu.evaluation.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.attack.Attempt.Header;
import org.kepu.evaluation.load.ServiceProcess;
import org.kepu.evaluation.report.FiguresFile;
import org.kepu.evaluation.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks every operation of the service what no client should ask. */
@Command(
    name = "fuzz",
    description = {
      "Starts the packaged service on this machine and sends every operation it describes what no",
      "client should: from nobody, from an administrator, a terminal and a site's page, and with",
      "forged secrets of each. Every request comes from the seed and its number. Exits with 1 if an",
      "answer is a failure of the service, tells of its insides, is no problem detail where it",
      "should be one, takes more than 10 s, or lets somebody in who is not to be."
    },
    mixinStandardHelpOptions = true)
public final class FuzzCommand implements Callable<Integer> {

  private static final int SHOWN = 200;

  /**
   * Lines that tell of a failure of ours. What Netty says of requests that break HTTP is none: it
   * refuses them itself.
   */
  private static final Pattern FAILURES =
      Pattern.compile(
          " ERROR (?!ServerTransport|ChannelOperationsHandler)|LEAK:|OutOfMemory|Connection is not available");

  @Option(
      names = "--requests",
      defaultValue = "100000",
      description = "How many requests; default ${DEFAULT-VALUE}")
  private long requests;

  @Option(
      names = "--seed",
      defaultValue = "20261130",
      description = "What the requests come from; default ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--only",
      split = ",",
      description =
          "Send only these of the seed's requests, by their numbers, and show the answers")
  private List<Long> only = List.of();

  @Option(
      names = "--at-once",
      defaultValue = "8",
      description = "Connections; default ${DEFAULT-VALUE}")
  private int atOnce;

  @Option(
      names = "--data",
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description =
          "Folder of data sets, for its naughty strings; default: the variable KEPU_EVAL_DATA;"
              + " without it a list of its own")
  private @Nullable Path data;

  @Option(names = "--expiry", description = "Wait a minute for a site's token to expire, too")
  private boolean expiry;

  @Mixin private FiguresFile file = new FiguresFile();

  @Option(
      names = "--out",
      defaultValue = "evaluation/target/fuzz",
      description = "Folder for long requests and what the service said; default ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  private final Map<String, Finding> findings = new ConcurrentHashMap<>();
  private final Map<Trick, Count> counts = new EnumMap<>(Trick.class);
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final AtomicLong next = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    Path said = out.resolve("service.log");
    Files.deleteIfExists(said);
    for (Trick trick : Trick.values()) {
      counts.put(trick, new Count());
    }
    OddValues odd = new OddValues(data);
    System.out.printf("Seed %d; %d odd strings.%n", seed, odd.strings());
    try (ServiceProcess service =
        ServiceProcess.product(ServiceProcess.temporaryHome(), Stage.SETTINGS, said)) {
      Stage stage = new Stage(service.url(), said);
      ApiDescription api = new ApiDescription(described(service.url()));
      Attempts attempts = new Attempts(seed, api, odd, stage::ids);
      if (!only.isEmpty()) {
        repeat(service.url(), stage, attempts);
        return 0;
      }
      checkCredentials(service.url(), stage);
      attack(service.url(), stage, attempts);
      if (!service.isReady()) {
        find("not ready at the end", "the service", null, "");
      }
      tell(api);
    }
    readWhatWasSaid(said);
    return told();
  }

  private void checkCredentials(String url, Stage stage) throws InterruptedException {
    List<CredentialChecks.Check> checks;
    try (Wire wire = new Wire(url)) {
      CredentialChecks all = new CredentialChecks(wire, stage);
      checks = new ArrayList<>(all.all());
      if (expiry) {
        checks.add(all.expiredSiteToken());
      }
    }
    for (CredentialChecks.Check check : checks) {
      if (!check.held()) {
        find("a secret's promise is broken", check.what(), null, "status " + check.status());
      }
    }
    System.out.printf(
        "%d of %d promises about secrets hold%s.%n",
        checks.stream().filter(CredentialChecks.Check::held).count(),
        checks.size(),
        expiry ? "" : "; that a site's token expires was not waited for (--expiry)");
  }

  private void attack(String url, Stage stage, Attempts attempts) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        ProgressBar bar = Progress.bar("Attacking", requests)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        all.add(threads.submit(() -> attack(url, stage, attempts, bar)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The driver itself failed", e.getCause());
    }
  }

  private void attack(String url, Stage stage, Attempts attempts, ProgressBar bar) {
    try (Wire wire = new Wire(url)) {
      for (long number = next.getAndIncrement();
          number < requests;
          number = next.getAndIncrement()) {
        judge(attempts.of(number), wire, stage);
        bar.step();
      }
    }
  }

  private void judge(Attempt attempt, Wire wire, Stage stage) {
    Stage.Session session = stage.session();
    Answer answer = wire.send(with(stage, attempt));
    counts.getOrDefault(attempt.trick(), new Count()).add(answer);
    if (answer.succeeded() && attempt.pathKept()) {
      answered.add(attempt.operation().name());
    }
    for (String fault : Judge.faults(attempt, answer)) {
      find(
          fault,
          attempt.operation().name() + ", " + attempt.trick(),
          attempt,
          answer.status() + " " + shown(answer.text()) + answer.why());
    }
    if (answer.status() == 401 && attempt.pathKept()) {
      if (attempt.caller() == Caller.ADMIN) {
        stage.signInAgain(session);
      }
    }
  }

  private static Attempt with(Stage stage, Attempt attempt) {
    List<Header> headers = new ArrayList<>(stage.credentials(attempt.caller(), attempt.number()));
    headers.addAll(attempt.headers());
    return new Attempt(
        attempt.number(),
        attempt.trick(),
        attempt.operation(),
        attempt.caller(),
        attempt.method(),
        attempt.target(),
        headers,
        attempt.body(),
        attempt.framing(),
        attempt.pathKept());
  }

  private void repeat(String url, Stage stage, Attempts attempts) {
    Curl curl = new Curl(out);
    try (Wire wire = new Wire(url)) {
      for (long number : only) {
        Attempt attempt = attempts.of(number);
        Answer answer = wire.send(with(stage, attempt));
        System.out.printf(
            "%n%d: %s, %s, as %s%n%s%n%d %s %s%n%s%s%n%s%n",
            number,
            attempt.operation().name(),
            attempt.trick(),
            attempt.caller(),
            curl.line(attempt),
            answer.status(),
            answer.header("Content-Type"),
            answer.headers(),
            answer.text(),
            answer.why(),
            Judge.faults(attempt, answer));
      }
    }
  }

  private void find(String fault, String where, @Nullable Attempt attempt, String what) {
    findings
        .computeIfAbsent(fault + ": " + where, name -> new Finding(name, attempt, what))
        .times
        .increment();
  }

  /** What the service said of itself: its failures, which no answer may show. */
  private void readWhatWasSaid(Path said) throws IOException {
    try (Stream<String> lines = Files.lines(said)) {
      lines
          .filter(line -> FAILURES.matcher(line).find())
          .forEach(
              line ->
                  find("logged as a failure", shown(line.replaceFirst("^[0-9:]+ ", "")), null, ""));
    }
  }

  private void tell(ApiDescription api) {
    System.out.println(
        "\n| trick | sent | let through | turned away | refused by HTTP | no answer |\n|---|---|---|---|---|---|");
    counts.forEach(
        (trick, count) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |%n",
                trick.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count.sent.sum(),
                count.through.sum(),
                count.away.sum(),
                count.server.sum(),
                count.none.sum()));
    Set<String> silent = new TreeSet<>();
    api.operations().forEach(operation -> silent.add(operation.name()));
    int all = silent.size();
    silent.removeAll(answered);
    System.out.printf(
        "%n%d of %d operations let something through%s.%n",
        all - silent.size(), all, silent.isEmpty() ? "" : "; these nothing: " + silent);
    Map<String, Double> figures = new TreeMap<>();
    figures.put("operations.let-through", (double) (all - silent.size()));
    figures.put("operations", (double) all);
    figures.put("requests", (double) requests);
    figures.put("findings", (double) findings.size());
    file.write(figures);
  }

  private int told() {
    Curl curl = new Curl(out);
    List<Finding> sorted =
        findings.values().stream().sorted(java.util.Comparator.comparing(f -> f.name)).toList();
    System.out.printf("%d findings.%n", sorted.size());
    for (Finding finding : sorted.stream().limit(SHOWN).toList()) {
      Attempt attempt = finding.attempt;
      System.err.printf("%n%s (%d times)%n", finding.name, finding.times.sum());
      if (!finding.what.isEmpty()) {
        System.err.printf("  %s%n", finding.what);
      }
      if (attempt != null) {
        System.err.printf(
            "  evaluation/evaluate fuzz --seed %d --only %d%n  %s%n",
            seed, attempt.number(), curl.line(attempt));
      }
    }
    return sorted.isEmpty() ? 0 : 1;
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 240 ? line.substring(0, 240) + "…" : line;
  }

  private static String described(String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v3/api-docs")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("The service does not describe itself", e);
    }
  }

  /** What was found, with the first request that found it. */
  private static final class Finding {

    private final String name;
    private final @Nullable Attempt attempt;
    private final String what;
    private final LongAdder times = new LongAdder();

    Finding(String name, @Nullable Attempt attempt, String what) {
      this.name = name;
      this.attempt = attempt;
      this.what = what;
    }
  }

  /** How a trick was answered. */
  private static final class Count {

    private final LongAdder sent = new LongAdder();
    private final LongAdder through = new LongAdder();
    private final LongAdder away = new LongAdder();
    private final LongAdder server = new LongAdder();
    private final LongAdder none = new LongAdder();

    void add(Answer answer) {
      sent.increment();
      (answer.status() == 0
              ? none
              : Judge.isOfServer(answer) ? server : answer.status() < 400 ? through : away)
          .increment();
    }
  }
}
