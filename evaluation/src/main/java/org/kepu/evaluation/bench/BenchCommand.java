package org.kepu.evaluation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.report.Aim;
import org.kepu.evaluation.report.Baseline;
import org.kepu.evaluation.report.FiguresFile;
import org.kepu.evaluation.report.OwnProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures retrieval beside what people would use instead, at sizes up to a million passages. */
@Command(
    name = "bench",
    description = {
      "Indexes and searches the same passages with the product's engine, plain Lucene, LangChain4j's",
      "in-memory store and Anserini, in turn in one process a size, and looks at the memory of each",
      "in a process of its own. Exits with 1 if an aim is missed."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "3000,30000,100000,1000000",
      description = "How many passages; default ${DEFAULT-VALUE}")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--heap",
      defaultValue = "512m",
      description =
          "The most heap when memory is looked at, but for LangChain4j's; default ${DEFAULT-VALUE}")
  private String heap = "";

  @Option(names = "--keep", description = "Leave the indexes where they are")
  private boolean keep;

  @Mixin private FiguresFile file = new FiguresFile();

  @Option(names = "--markdown", description = "Write the tables to this file")
  private @Nullable Path markdown;

  private final Map<String, Double> all = new TreeMap<>();
  private final List<Aim> aims = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();

  @Override
  public Integer call() throws IOException, InterruptedException {
    print(conditions());
    for (int size : sizes) {
      Bench bench = new Bench(size, measured(size), options.qualitySets());
      bench.figures().forEach((name, value) -> all.put(size + "." + name, value));
      aims.addAll(bench.aims());
      print(bench.tables());
      // After each size: a later one may take hours.
      file.write(all);
    }
    print(
        "| aim | measured | has to be | reached |\n|---|---|---|---|\n"
            + aims.stream().map(Aim::row).collect(Collectors.joining("\n")));
    if (markdown != null) {
      Files.writeString(markdown, printed);
    }
    List<Aim> missed = aims.stream().filter(aim -> !aim.reached()).toList();
    missed.forEach(System.err::println);
    return missed.isEmpty() ? 0 : 1;
  }

  private String conditions() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d processors, Java %s; searches/s with a caller on each; CPU is the caller's own."
            .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
    lines.add(
        "Passages beyond the real ones have the title of one and sentences of others, as many as"
            + " the sections of the product's collection; quality is measured on real ones alone.");
    lines.add(
        "Their vectors are real ones turned towards others, by the angles between real vectors and"
            + " their nearest neighbours.");
    lines.add("Memory with at most %s of heap, LangChain4j's as Java gives it.".formatted(heap));
    lines.add(
        "LangChain4j's store is measured up to %,d passages: it holds them all on the heap."
            .formatted(options.langChain4jUpTo()));
    lines.add(
        options.anserini() == null
            ? "Anserini is not measured: its jar is not where --anserini says, see bench --help."
            : "Anserini runs in this process behind a class loader, with the Lucene it brings; its"
                + " indexing includes its start, and its memory alone is not told.");
    return String.join("\n", lines);
  }

  private Map<String, Double> measured(int size) throws IOException, InterruptedException {
    Map<String, Double> figures = new TreeMap<>();
    try {
      figures.putAll(part(List.of(), "search", size, ""));
      List<String> limited = List.of("-Xmx" + heap);
      figures.putAll(part(limited, "memory", size, Product.HYBRID));
      figures.putAll(part(limited, "memory", size, PlainLucene.NAME));
      if (options.langChain4jAt(size)) {
        figures.putAll(part(List.of(), "memory", size, LangChain4j.STORE));
      }
    } finally {
      if (!keep) {
        Files.delete(Built.emptied(options.folder(size)));
      }
    }
    return figures;
  }

  private Map<String, Double> part(List<String> machine, String part, int size, String contender)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("kepu-bench", ".json");
    try {
      List<String> arguments = new ArrayList<>(List.of("bench-part", "--part", part));
      arguments.addAll(List.of("--size", String.valueOf(size), "--json", file.toString()));
      if (!contender.isEmpty()) {
        arguments.addAll(List.of("--contender", contender));
      }
      arguments.addAll(options.arguments());
      int exit =
          new ProcessBuilder(OwnProcess.command(machine, arguments))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "The part %s %s ended with %d at %d passages; what it said stands above"
                .formatted(part, contender, exit, size));
      }
      return Baseline.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void print(String block) {
    System.out.println(block + "\n");
    printed.append(block).append("\n\n");
  }
}
