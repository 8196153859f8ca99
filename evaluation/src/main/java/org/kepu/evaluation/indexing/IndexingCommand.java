package org.kepu.evaluation.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.report.Baseline;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.catalog.jdbc.JdbcSourceLedger;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.ingest.Gathering;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.ingest.IngestReport;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.passage.Window;
import org.kepu.knowledge.source.folder.FolderSource;
import org.sqlite.SQLiteDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures indexing by what it cannot do without, and by what should cost next to nothing. */
@Command(
    name = "indexing",
    description = {
      "Indexes passages of a reading set and embeds the same texts bare, in turn, on the same"
          + " cores:",
      "the rate of the one against the other. Then indexes a folder of Markdown files, looks again",
      "with nothing changed, and again with one file changed, against the first time."
    },
    mixinStandardHelpOptions = true)
public final class IndexingCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      defaultValue = "${env:KEPU_EVAL_DATA}",
      required = true,
      description = "Folder of the reading sets; KEPU_EVAL_DATA names it as well")
  private Path data = Path.of("");

  @Option(
      names = "--set",
      defaultValue = "cmrc2018_train",
      description = "The set whose passages are indexed; default ${DEFAULT-VALUE}")
  private String set = "";

  @Option(
      names = "--embedded",
      defaultValue = "200",
      description = "How many passages are embedded in each turn; default ${DEFAULT-VALUE}")
  private int embedded;

  @Option(
      names = "--turns",
      defaultValue = "3",
      description = "How many turns; the median counts; default ${DEFAULT-VALUE}")
  private int turns;

  @Option(
      names = "--files",
      defaultValue = "3000",
      description = "How many files the folder has; default ${DEFAULT-VALUE}")
  private int files;

  @Option(
      names = "--baseline",
      description = "Exit with 1 if a figure falls below this file's by more than the tolerance")
  private @Nullable Path baseline;

  @Option(names = "--write", description = "Write the figures to this file")
  private @Nullable Path output;

  @Option(
      names = "--tolerance",
      defaultValue = "0",
      description = "How far a figure may fall; default ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<TextPassage> passages = ReadingSet.passages(data, set);
    Map<String, Double> figures = new TreeMap<>();
    inFolder(folder -> rate(folder, passages, figures));
    inFolder(folder -> changes(folder, passages, figures));
    figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-32s %10.4f%n", name, value));
    if (output != null) {
      Baseline.write(output, figures);
    }
    List<String> shortfalls =
        baseline == null ? List.of() : Baseline.shortfalls(baseline, figures, tolerance);
    shortfalls.forEach(System.err::println);
    return shortfalls.isEmpty() ? 0 : 1;
  }

  /**
   * Indexing's rate over that of embedding the same texts on as many threads, the median turn's.
   */
  private void rate(Path folder, List<TextPassage> passages, Map<String, Double> figures)
      throws InterruptedException {
    List<Document> documents =
        IntStream.range(0, embedded).mapToObj(number -> document(passages, number)).toList();
    List<String> texts =
        documents.stream()
            .flatMap(document -> PassageSplitter.STANDARD.split(document).stream())
            .flatMap(passage -> PassageSplitter.STANDARD.windows(passage).stream())
            .map(Window::text)
            .toList();
    try (BgeSmallZh embedder = new BgeSmallZh()) {
      BareInference.over(embedder, texts.subList(0, Math.min(50, texts.size())));
      double[] ratios = new double[turns];
      for (int turn = 0; turn < turns; turn++) {
        Path home = folder.resolve("turn-" + turn);
        Duration bare = BareInference.over(embedder, texts);
        Duration indexing = timed(() -> index(home, embedder, documents));
        ratios[turn] = seconds(bare) / seconds(indexing);
        System.out.printf(
            Locale.ROOT,
            "turn %d: %d texts bare in %.1f s, indexed in %.1f s%n",
            turn + 1,
            texts.size(),
            seconds(bare),
            seconds(indexing));
      }
      Arrays.sort(ratios);
      figures.put("rate of bare inference", ratios[turns / 2]);
    }
  }

  private static void index(Path home, Embedder embedder, List<Document> documents) {
    made(home);
    try (LuceneIndex index = new LuceneIndex(home.resolve("index"))) {
      ingest(embedder, VectorStore.NONE, index, new JdbcCatalog(database(home)))
          .run(documents, IngestListener.NONE);
    }
  }

  /** How many times quicker than the first look are one with nothing and one with one change. */
  private void changes(Path folder, List<TextPassage> passages, Map<String, Double> figures)
      throws IOException {
    Path documents = made(folder.resolve("documents"));
    for (int number = 0; number < files; number++) {
      write(documents, passages, number, "");
    }
    SQLiteDataSource database = database(folder);
    Catalog catalog = new JdbcCatalog(database);
    // Vectors without meaning: what is measured here embeds one document, or none.
    try (DirectionsOfTexts embedder = new DirectionsOfTexts();
        FileIntake intake = FileIntake.standard();
        LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
      Ingest ingest =
          ingest(embedder, new FileVectorStore(folder.resolve("vectors.bin")), index, catalog);
      Look look = () -> look(documents, intake, catalog, database, ingest);
      Outcome first = timed(look);
      Outcome nothing = timed(look);
      write(documents, passages, files / 2, "这一句是后来添上的。");
      Outcome one = timed(look);
      System.out.printf(
          Locale.ROOT,
          "%d files: first look %.1f s, nothing changed %.2f s, one changed %.2f s%n",
          files,
          seconds(first.took()),
          seconds(nothing.took()),
          seconds(one.took()));
      refuseUnexpected(first, nothing, one);
      figures.put("first look over none changed", seconds(first.took()) / seconds(nothing.took()));
      figures.put("first look over one changed", seconds(first.took()) / seconds(one.took()));
    }
  }

  private void refuseUnexpected(Outcome first, Outcome nothing, Outcome one) {
    boolean asMeant =
        first.report().added().size() == files
            && !nothing.report().built()
            && one.report().changed().size() == 1
            && one.report().kept() == files - 1
            && one.report().embedded() < 50;
    if (!asMeant) {
      throw new IllegalStateException(
          "The looks did something else: %d added, built %s, %s changed, %d kept, %d embedded"
              .formatted(
                  first.report().added().size(),
                  nothing.report().built(),
                  one.report().changed(),
                  one.report().kept(),
                  one.report().embedded()));
    }
  }

  /** As after a start: the folder is hashed anew. */
  private static IngestReport look(
      Path documents,
      FileIntake intake,
      Catalog catalog,
      SQLiteDataSource database,
      Ingest ingest) {
    FolderSource source =
        new FolderSource(
            "documents",
            documents,
            intake,
            FileDescription.NONE,
            Duration.ZERO,
            () -> Instant.now().plusSeconds(1));
    Gathering gathering = new Gathering(List.of(source), catalog, new JdbcSourceLedger(database));
    return ingest.run(gathering.gather(IngestListener.NONE), IngestListener.NONE);
  }

  private static Ingest ingest(
      Embedder embedder, VectorStore vectors, LuceneIndex index, Catalog catalog) {
    return new Ingest(
        PassageSplitter.STANDARD, embedder, vectors, index, LuceneIndex.layout(), catalog);
  }

  private static Document document(List<TextPassage> passages, int number) {
    TextPassage passage = passages.get(number % passages.size());
    return new DocumentText(passage.title())
        .block(passage.text())
        .toDocument("d" + number, Metadata.NONE);
  }

  private static void write(Path folder, List<TextPassage> passages, int number, String more)
      throws IOException {
    TextPassage passage = passages.get(number % passages.size());
    Files.writeString(
        folder.resolve("d%05d.md".formatted(number)),
        "# %s %d%n%n%s%s%n".formatted(passage.title(), number, passage.text(), more));
  }

  private static SQLiteDataSource database(Path folder) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("kepu.db"));
    return database;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration timed(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Outcome timed(Look look) {
    long began = System.nanoTime();
    IngestReport report = look.look();
    return new Outcome(report, Duration.ofNanos(System.nanoTime() - began));
  }

  private static void inFolder(Work work) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kepu-indexing");
    try {
      work.in(folder);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private record Outcome(IngestReport report, Duration took) {}

  private interface Look {
    IngestReport look();
  }

  private interface Work {
    void in(Path folder) throws IOException, InterruptedException;
  }
}
