package org.kepu.evaluation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.report.Aim;

/**
 * The figures of one size, as tables.
 *
 * @param size how many passages
 * @param figures what was measured, by name
 * @param qualitySets whose questions were asked for quality
 */
record Bench(int size, Map<String, Double> figures, List<String> qualitySets) {

  /** A contender of a table and what it is compared with. */
  private record Row(String name, String title, @Nullable String rival) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(Product.HYBRID, "product: words and vectors, fused", null),
          new Row(Product.EMBEDDED, "product: the same, with embedding the question", null),
          new Row(Product.EMBEDDING, "product: embedding the question alone", null),
          new Row(Product.WORDS, "product: words alone", null),
          new Row(Product.VECTORS, "product: vectors alone", null),
          new Row(PlainLucene.NAME, "Lucene: BM25, CJKAnalyzer", Product.WORDS),
          new Row(Anserini.NAME, "Anserini: BM25, Chinese", Product.WORDS),
          new Row(LangChain4j.STORE, "LangChain4j: in-memory store", Product.VECTORS),
          new Row(
              LangChain4j.RETRIEVER,
              "LangChain4j: its retriever, with embedding the question",
              Product.EMBEDDED));

  private static final List<Integer> PERCENTILES = List.of(50, 95, 99);

  /** The limits: the most milliseconds that 95 of 100 may take, by size. */
  private static final Map<Integer, Double> MOST_MS =
      Map.of(3_000, 2.0, 100_000, 5.0, 1_000_000, 25.0);

  /** The most that a search may cost with its embedding, in embeddings, by size. */
  private static final Map<Integer, Double> MOST_EMBEDDINGS = Map.of(3_000, 1.25, 30_000, 1.40);

  private static final double LEAST_RECALL = 0.98;
  private static final int LARGE = 100_000;
  private static final int LARGEST = 1_000_000;
  private static final double MOST_MIB = 3 * 1024;
  private static final double TIMES_THE_STORE = 100;
  private static final double TIMES_THE_RETRIEVER = 25;

  /** All tables of this size. */
  String tables() {
    List<String> parts = new ArrayList<>();
    parts.add(heading());
    parts.add(latencies());
    parts.add(costs());
    if (size <= figure("real-passages")) {
      parts.add(qualities());
    }
    return String.join("\n\n", parts);
  }

  /** What this size has to reach. */
  List<Aim> aims() {
    List<Aim> aims = new ArrayList<>();
    Double most = MOST_MS.get(size);
    if (most != null) {
      String name = Product.HYBRID + ".cpu-p95-ms";
      aims.add(Aim.atMost(named(name), figure(name), most));
    }
    String recall = Product.VECTORS + ".recall@10";
    aims.add(Aim.atLeast(named(recall), figure(recall), LEAST_RECALL));
    Double embeddings = MOST_EMBEDDINGS.get(size);
    if (embeddings != null) {
      aims.add(
          Aim.atMost(
              named("kepu-embedded-hybrid in embeddings, CPU p50"),
              figure(Product.EMBEDDED + ".cpu-p50-ms") / figure(Product.EMBEDDING + ".cpu-p50-ms"),
              embeddings));
    }
    if (size == LARGE && has(LangChain4j.STORE + ".questions-a-second")) {
      aims.add(times(Product.VECTORS, LangChain4j.STORE, TIMES_THE_STORE));
      aims.add(times(Product.EMBEDDED, LangChain4j.RETRIEVER, TIMES_THE_RETRIEVER));
    }
    if (size == LARGEST) {
      String resident = Product.HYBRID + ".resident-mib";
      aims.add(Aim.atMost(named(resident), figure(resident), MOST_MIB));
    }
    return aims;
  }

  private Aim times(String ours, String theirs, double least) {
    String rate = ".questions-a-second";
    return Aim.atLeast(
        named("%s, times the searches a second of %s".formatted(ours, theirs)),
        figure(ours + rate) / figure(theirs + rate),
        least);
  }

  private String heading() {
    double real = Math.min(size, figure("real-passages"));
    double vectors = figure(Product.VECTORS + ".vectors");
    return String.format(
        Locale.ROOT,
        "%,d passages, %,.0f of them real, %,.0f vectors (%.1f a passage). Cosine of a window's"
            + " vector to the nearest of another passage, median: %.3f among the real ones, %.3f"
            + " among all.",
        size,
        real,
        vectors,
        vectors / size,
        figure("real-median-cosine-to-nearest"),
        figure("median-cosine-to-nearest"));
  }

  private String latencies() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| search | asked | CPU ms p50 | p95 | p99 | wall ms p50 | p95 | p99 | searches/s"
            + " | CPU p50 of the product's | searches/s of the product's |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|");
    for (Row row : ROWS) {
      if (has(row.name() + ".cpu-p50-ms")) {
        table.append("\n| ").append(row.title());
        table.append(cell("%.0f", row.name() + ".asked"));
        for (String clock : List.of(".cpu-p%d-ms", ".wall-p%d-ms")) {
          PERCENTILES.forEach(p -> table.append(cell("%.2f", row.name() + clock.formatted(p))));
        }
        table.append(cell("%.0f", row.name() + ".questions-a-second"));
        table.append(ratio(row, ".cpu-p50-ms")).append(ratio(row, ".questions-a-second"));
        table.append(" |");
      }
    }
    return table.toString();
  }

  private String costs() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| index | passages/s | disk MiB | heap MiB | resident MiB | of that, files MiB |\n"
            + "|---|---|---|---|---|---|");
    List.of(Product.HYBRID, PlainLucene.NAME, Anserini.NAME, LangChain4j.STORE)
        .forEach(
            name -> {
              if (has(name + ".passages-a-second")) {
                table.append("\n| ").append(name.replaceFirst("-.*", ""));
                table.append(cell("%.0f", name + ".passages-a-second"));
                table.append(cell("%.1f", name + ".disk-mib"));
                table.append(cell("%.0f", name + ".heap-mib"));
                table.append(cell("%.0f", name + ".resident-mib"));
                table.append(cell("%.0f", name + ".resident-files-mib"));
                table.append(" |");
              }
            });
    return table.toString();
  }

  private String qualities() {
    StringBuilder table = new StringBuilder("| questions | n | search | MRR@10 % | Recall@10 % |");
    table.append("\n|---|---|---|---|---|");
    for (String set : qualitySets) {
      for (Row row : ROWS) {
        String name = row.name() + "." + set;
        if (has(name + ".mrr@10")) {
          table.append("\n| ").append(set).append(cell("%.0f", set + ".questions"));
          table.append(" | ").append(row.title());
          for (String metric : List.of(".mrr@10", ".recall@10")) {
            table.append(" | %s".formatted(number("%.1f", 100 * figure(name + metric))));
          }
          table.append(" |");
        }
      }
    }
    return table.toString();
  }

  private String ratio(Row row, String figure) {
    String rival = row.rival();
    return rival == null
        ? " | –"
        : " | %s ×".formatted(number("%.3g", figure(row.name() + figure) / figure(rival + figure)));
  }

  private String cell(String format, String figure) {
    return " | " + (has(figure) ? number(format, figure(figure)) : "–");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private String named(String figure) {
    return "%d.%s".formatted(size, figure);
  }

  private boolean has(String figure) {
    return figures.containsKey(figure);
  }

  private double figure(String name) {
    Double value = figures.get(name);
    if (value == null) {
      throw new IllegalStateException("%s was not measured at %d passages".formatted(name, size));
    }
    return value;
  }
}
