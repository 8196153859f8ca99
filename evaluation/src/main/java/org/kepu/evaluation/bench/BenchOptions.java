package org.kepu.evaluation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.data.ReadingSets;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all processes of a run have to know. */
final class BenchOptions {

  static final long SEED = 20261130;

  @Mixin private ReadingSets sets = new ReadingSets();

  @Option(
      names = "--work",
      defaultValue = "evaluation/target/bench",
      description = {
        "Folder for indexes, which are deleted at the end, and for vectors, which are kept;"
            + " 1 million passages need 25 GB; default ${DEFAULT-VALUE}"
      })
  private Path work = Path.of("");

  @Option(
      names = "--corpus",
      split = ",",
      defaultValue = "cmrc2018,drcd_simp,cmrc2018_train",
      description = "Sets of the real passages; default ${DEFAULT-VALUE}")
  private List<String> corpus = List.of();

  @Option(
      names = "--real",
      defaultValue = "3000",
      description = "How many of them are taken, at most; default ${DEFAULT-VALUE}")
  private int real;

  @Option(
      names = "--quality",
      split = ",",
      defaultValue = "science,cmrc2018",
      description = "Sets whose questions are asked for quality; default ${DEFAULT-VALUE}")
  private List<String> quality = List.of();

  @Option(
      names = "--ask",
      split = ",",
      defaultValue = "cmrc2018,drcd_simp",
      description = "Sets whose questions are asked for time; default ${DEFAULT-VALUE}")
  private List<String> ask = List.of();

  @Option(
      names = "--questions",
      defaultValue = "1000",
      description = "How many questions are timed; default ${DEFAULT-VALUE}")
  private int questions;

  @Option(
      names = "--exact",
      defaultValue = "200",
      description = "For how many questions all vectors are compared; default ${DEFAULT-VALUE}")
  private int exact;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "How long each is asked by a caller on every core; default ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--langchain4j-up-to",
      defaultValue = "100000",
      description =
          "The most passages for LangChain4j's store, which is memory; default ${DEFAULT-VALUE}")
  private int langChain4jUpTo;

  @Option(
      names = "--anserini",
      defaultValue =
          "${sys:user.home}/.m2/repository/io/anserini/anserini/1.5.0/anserini-1.5.0-fatjar.jar",
      description = {
        "Anserini's jar with all it needs; default ${DEFAULT-VALUE}, where",
        "./mvnw dependency:get -Dartifact=io.anserini:anserini:1.5.0:jar:fatjar"
            + " -Dtransitive=false",
        "puts it"
      })
  private Path anserini = Path.of("");

  /** The same options for another process. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--data", sets.folder().toString(), "--work", work.toString()));
    arguments.addAll(List.of("--corpus", String.join(",", corpus)));
    arguments.addAll(List.of("--real", String.valueOf(real)));
    arguments.addAll(List.of("--quality", String.join(",", quality)));
    arguments.addAll(List.of("--ask", String.join(",", ask)));
    arguments.addAll(List.of("--questions", String.valueOf(questions)));
    arguments.addAll(List.of("--exact", String.valueOf(exact)));
    arguments.addAll(List.of("--seconds", String.valueOf(seconds)));
    arguments.addAll(List.of("--langchain4j-up-to", String.valueOf(langChain4jUpTo)));
    arguments.addAll(List.of("--anserini", anserini.toString()));
    return arguments;
  }

  List<String> qualitySets() {
    return quality;
  }

  int questions() {
    return questions;
  }

  int exact() {
    return exact;
  }

  int seconds() {
    return seconds;
  }

  boolean langChain4jAt(int size) {
    return size <= langChain4jUpTo;
  }

  int langChain4jUpTo() {
    return langChain4jUpTo;
  }

  /** Anserini's jar, null if it is not there. */
  @Nullable Path anserini() {
    return Files.isRegularFile(anserini) ? anserini : null;
  }

  Path folder(int size, String contender) {
    return work.resolve("passages-" + size).resolve(contender);
  }

  Path folder(int size) {
    return work.resolve("passages-" + size);
  }

  /** The real passages of an index of this size. */
  Stock stock(int size, Embedder embedder) {
    return Stock.of(
        sets.folder(), corpus, Math.min(size, real), embedder, vectors("vectors-kepu.bin"));
  }

  Scaling scaling(Stock stock) {
    return new Scaling(stock, Stock.lengths(), stock.turning(), SEED);
  }

  VectorStore langChain4jVectors() {
    return vectors("vectors-langchain4j.bin");
  }

  /** The questions of one set that the first so many passages answer. */
  List<Asked> ofQuality(String set, Set<String> documents) {
    return Asked.of(sets.folder(), set, documents);
  }

  /** Questions to time, twice as many as are timed: the second half is for warming up. */
  List<Asked> asked(Set<String> documents) {
    List<Asked> all = Asked.shuffled(sets.folder(), ask, documents, SEED);
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          "The sets %s ask about %d of the passages indexed; --ask names others"
              .formatted(ask, all.size()));
    }
    return all.subList(0, Math.min(2 * questions, all.size()));
  }

  /** The documents of all sets that are asked about. */
  Set<String> documents() {
    return corpus.stream()
        .flatMap(set -> ReadingSet.passages(sets.folder(), set).stream())
        .map(TextPassage::id)
        .collect(Collectors.toSet());
  }

  private VectorStore vectors(String name) {
    return new FileVectorStore(work.resolve(name));
  }
}
