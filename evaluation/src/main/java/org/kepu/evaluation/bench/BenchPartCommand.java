package org.kepu.evaluation.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.metrics.RankMetrics;
import org.kepu.evaluation.report.Baseline;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.index.EmbeddedPassage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A part of a bench that has a process of its own; its figures go into a file. */
@Command(
    name = "bench-part",
    hidden = true,
    description = "Measures a part of what bench measures; bench starts it.",
    mixinStandardHelpOptions = true)
public final class BenchPartCommand implements Callable<Integer> {

  /** Until the compilers have little left to do. */
  private static final int WARM_UP_ROUNDS = 3;

  /** What to measure. */
  enum Part {
    /** Builds all indexes of a size, and searches them. */
    SEARCH,
    /** Opens one of them and searches it: its memory. */
    MEMORY
  }

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--part", required = true, description = "${COMPLETION-CANDIDATES}")
  private Part part = Part.SEARCH;

  @Option(names = "--size", required = true, description = "How many passages")
  private int size;

  @Option(names = "--contender", defaultValue = "", description = "Whose memory")
  private String contender = "";

  @Option(names = "--json", required = true, description = "Where the figures go")
  private Path json = Path.of("");

  private final Map<String, Double> figures = new TreeMap<>();

  @Override
  public Integer call() throws Exception {
    switch (part) {
      case SEARCH -> search();
      case MEMORY -> memory();
    }
    Baseline.write(json, figures);
    return 0;
  }

  private void search() throws Exception {
    Scaling scaling;
    try (Embedder embedder = new BgeSmallZh()) {
      Stock stock = options.stock(size, embedder);
      scaling = options.scaling(stock);
      figures.put("real-passages", (double) scaling.real());
      figures.put("real-median-cosine-to-nearest", Math.cos(stock.turning().median()));
    }
    Product.build(folder(Product.HYBRID), scaling, size).note(Product.HYBRID, figures);
    PlainLucene.build(folder(PlainLucene.NAME), scaling, size).note(PlainLucene.NAME, figures);
    Path jar = options.anserini();
    if (jar != null) {
      Anserini.build(jar, folder(Anserini.NAME), scaling, size).note(Anserini.NAME, figures);
    }
    try (Product product = new Product(folder(Product.HYBRID));
        PlainLucene lucene = new PlainLucene(folder(PlainLucene.NAME));
        Anserini anserini = jar == null ? null : new Anserini(jar, folder(Anserini.NAME))) {
      search(scaling, product, lucene, anserini);
    }
  }

  private void search(
      Scaling scaling, Product product, PlainLucene lucene, @Nullable Anserini anserini)
      throws InterruptedException, ExecutionException {
    List<Contender> all = new ArrayList<>(product.contenders());
    List<Contender> ranking = new ArrayList<>(product.ranking());
    all.add(lucene.contender());
    ranking.add(lucene.contender());
    if (anserini != null) {
      all.add(anserini.contender());
      ranking.add(anserini.contender());
    }
    Set<String> documents =
        scaling
            .first(Math.min(size, scaling.real()))
            .map(embedded -> embedded.passage().documentId())
            .collect(Collectors.toSet());
    List<Asked> asked = options.asked(documents);
    if (options.langChain4jAt(size)) {
      LangChain4j langChain4j = new LangChain4j();
      langChain4j
          .fill(scaling, size, options.langChain4jVectors(), BenchOptions.SEED)
          .note(LangChain4j.STORE, figures);
      figures.put(LangChain4j.STORE + ".vectors", (double) langChain4j.vectors());
      langChain4j.prepare(asked);
      all.addAll(langChain4j.contenders(size));
      ranking.add(langChain4j.contenders(size).getLast());
    }
    product.prepare(asked);
    time(all, asked);
    recall(scaling, product, asked);
    if (size <= scaling.real()) {
      for (String set : options.qualitySets()) {
        quality(set, ranking, options.ofQuality(set, documents));
      }
    }
  }

  private void time(List<Contender> contenders, List<Asked> asked)
      throws InterruptedException, ExecutionException {
    int timed = Math.min(options.questions(), (asked.size() + 1) / 2);
    List<Asked> measured = asked.subList(0, timed);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      Latencies.interleaved("Warming up", contenders, asked.subList(timed, asked.size()));
    }
    Latencies.interleaved("Timing", contenders, measured)
        .forEach((each, latencies) -> latencies.note(each.name(), figures));
    for (Contender each : contenders) {
      double rate = Throughput.of(each, measured, Duration.ofSeconds(options.seconds()));
      figures.put(each.name() + ".questions-a-second", rate);
    }
  }

  /** Of the product's arm of vectors, against comparing with every vector there is. */
  private void recall(Scaling scaling, Product product, List<Asked> asked) {
    Sample sample = Sample.of(scaling, size);
    ExactNeighbours apart = new ExactNeighbours(sample.vectors(), 1);
    List<float[]> vectors =
        asked.stream()
            .limit(options.exact())
            .map(question -> product.meaning(question.question()))
            .toList();
    ExactNeighbours exact = new ExactNeighbours(vectors, Contender.RESULTS);
    long[] count = new long[1];
    try (var bar = Progress.bar("Comparing with all", size)) {
      scaling
          .first(size)
          .forEach(
              passage -> {
                exact.offer(Product.id(passage), passage.vectors());
                // Titles recur, and are as near as can be.
                apart.offer(
                    Product.id(passage), passage.vectors().subList(1, passage.vectors().size()));
                count[0] += passage.vectors().size();
                bar.step();
              });
    }
    figures.put(Product.VECTORS + ".vectors", (double) count[0]);
    figures.put("median-cosine-to-nearest", sample.median(apart));
    figures.put(
        Product.VECTORS + ".recall@10", exact.recall(vectors.stream().map(product::near).toList()));
  }

  /** Vectors of some windows of text, spread evenly, and the passages they belong to. */
  private record Sample(List<String> passages, List<float[]> vectors) {

    private static final int SIZE = 100;

    static Sample of(Scaling scaling, int size) {
      List<EmbeddedPassage> some =
          IntStream.range(0, SIZE)
              .mapToObj(i -> scaling.passage((int) ((long) i * size / SIZE)))
              .toList();
      return new Sample(
          some.stream().map(Product::id).toList(),
          some.stream().map(passage -> passage.vectors().getLast()).toList());
    }

    double median(ExactNeighbours all) {
      double[] cosines =
          IntStream.range(0, SIZE)
              .mapToDouble(i -> all.cosine(i, passages.get(i)))
              .sorted()
              .toArray();
      return cosines[SIZE / 2];
    }
  }

  private void quality(String set, List<Contender> contenders, List<Asked> questions) {
    figures.put(set + ".questions", (double) questions.size());
    for (Contender each : contenders) {
      List<Integer> ranks =
          Progress.map(
              set + ": " + each.name(),
              questions,
              asked -> each.search().of(asked.question()).indexOf(asked.document()) + 1);
      RankMetrics metrics = RankMetrics.of(ranks);
      figures.put(each.name() + "." + set + ".mrr@10", metrics.mrrAt10());
      figures.put(each.name() + "." + set + ".recall@10", metrics.recallAt10());
    }
  }

  private void memory() throws Exception {
    List<Asked> asked = options.asked(options.documents());
    List<Asked> some = asked.subList(0, Math.min(options.questions(), asked.size()));
    switch (contender) {
      case Product.HYBRID -> {
        try (Product product = new Product(folder(contender))) {
          held(product.contenders().get(1), some);
        }
      }
      case PlainLucene.NAME -> {
        try (PlainLucene lucene = new PlainLucene(folder(contender))) {
          held(lucene.contender(), some);
        }
      }
      case LangChain4j.STORE -> {
        LangChain4j filled = filled();
        held(filled.contenders(size).getLast(), some);
      }
      default -> throw new IllegalArgumentException("No contender is called " + contender);
    }
  }

  /** In a method of its own, so that what it is made of is gone when the memory is looked at. */
  private LangChain4j filled() {
    Scaling scaling;
    try (Embedder embedder = new BgeSmallZh()) {
      scaling = options.scaling(options.stock(size, embedder));
    }
    LangChain4j langChain4j = new LangChain4j();
    langChain4j.fill(scaling, size, options.langChain4jVectors(), BenchOptions.SEED);
    return langChain4j;
  }

  private void held(Contender each, List<Asked> questions) {
    for (int i = 0; i < questions.size(); i += each.every()) {
      each.search().of(questions.get(i).question());
    }
    Memory.now().note(contender, figures);
  }

  private Path folder(String name) {
    return options.folder(size, name);
  }
}
