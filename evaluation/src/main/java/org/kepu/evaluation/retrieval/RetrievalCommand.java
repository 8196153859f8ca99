package org.kepu.evaluation.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.data.ReadingSet.TextQuestion;
import org.kepu.evaluation.data.ReadingSets;
import org.kepu.evaluation.metrics.RankMetrics;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks passages for questions with one right passage each, by words, by meaning and by both. */
@Command(
    name = "retrieval",
    description = {
      "Indexes passages with the product's own code and reports how high the right one ranks.",
      "Exits with 1 if a figure falls below its baseline."
    },
    mixinStandardHelpOptions = true)
public final class RetrievalCommand implements Callable<Integer> {

  @Mixin private ReadingSets sets = new ReadingSets();

  @Option(
      names = "--corpus",
      split = ",",
      defaultValue = "cmrc2018,drcd_simp",
      description = "Sets whose passages are indexed together; default ${DEFAULT-VALUE}")
  private List<String> corpusSets = List.of();

  @Option(
      names = "--questions",
      split = ",",
      defaultValue = "cmrc2018,drcd_simp,science,hard",
      description = "Sets whose questions are asked; default ${DEFAULT-VALUE}")
  private List<String> questionSets = List.of();

  @Option(
      names = "--reader-tokens",
      defaultValue = "0",
      description = {
        "Rank the best anew with the reader, within so many tokens a question; default"
            + " ${DEFAULT-VALUE}: do not"
      })
  private int readerTokens;

  @Mixin private HeldFigures held = new HeldFigures();

  @Option(names = "--markdown", description = "Write the table to this file")
  private @Nullable Path markdown;

  @Option(
      names = "--tolerance",
      defaultValue = "0.004",
      description = "How far below its baseline a figure may fall; default ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() throws IOException {
    List<TextPassage> passages = new ArrayList<>();
    corpusSets.forEach(set -> passages.addAll(ReadingSet.passages(sets.folder(), set)));
    Map<String, Map<Arm, RankMetrics>> results = new LinkedHashMap<>();
    try (Corpus corpus = new Corpus(passages, readerTokens)) {
      for (String set : questionSets) {
        results.put(set, measure(corpus, set));
      }
    }
    String table = table(passages.size(), results);
    System.out.println(table);
    Map<String, Double> figures = figures(results);
    if (markdown != null) {
      Files.writeString(markdown, table + "\n");
    }
    return held.conclude(figures, tolerance);
  }

  private Map<Arm, RankMetrics> measure(Corpus corpus, String set) {
    List<TextQuestion> questions = ReadingSet.questions(sets.folder(), set);
    List<Map<Arm, Integer>> ranks =
        Progress.map(set, questions, question -> ranks(corpus, question));
    Map<Arm, RankMetrics> metrics = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      List<Integer> ofArm =
          ranks.stream().flatMap(byArm -> Stream.ofNullable(byArm.get(arm))).toList();
      if (!ofArm.isEmpty()) {
        metrics.put(arm, RankMetrics.of(ofArm));
      }
    }
    return metrics;
  }

  private static Map<Arm, Integer> ranks(Corpus corpus, TextQuestion question) {
    Map<Arm, Integer> ranks = new EnumMap<>(Arm.class);
    corpus
        .rank(question.question())
        .forEach((arm, ids) -> ranks.put(arm, ids.indexOf(question.passageId()) + 1));
    return ranks;
  }

  private static String table(int passages, Map<String, Map<Arm, RankMetrics>> results) {
    StringBuilder table = new StringBuilder();
    table.append("%,d passages; figures in per cent.%n%n".formatted(passages));
    table.append("| questions | n | arm | Recall@1 | Recall@5 | Recall@10 | MRR@10 | nDCG@10 |\n");
    table.append("|---|---|---|---|---|---|---|---|\n");
    results.forEach(
        (set, arms) ->
            arms.forEach(
                (arm, m) ->
                    table.append(
                        "| %s | %d | %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                            .formatted(
                                set,
                                m.questions(),
                                arm.code(),
                                100 * m.recallAt1(),
                                100 * m.recallAt5(),
                                100 * m.recallAt10(),
                                100 * m.mrrAt10(),
                                100 * m.ndcgAt10()))));
    return table.toString().stripTrailing();
  }

  private static Map<String, Double> figures(Map<String, Map<Arm, RankMetrics>> results) {
    Map<String, Double> figures = new TreeMap<>();
    results.forEach(
        (set, arms) ->
            arms.forEach(
                (arm, m) -> {
                  String name = set + "." + arm.code() + ".";
                  figures.put(name + "recall@1", m.recallAt1());
                  figures.put(name + "recall@5", m.recallAt5());
                  figures.put(name + "recall@10", m.recallAt10());
                  figures.put(name + "mrr@10", m.mrrAt10());
                  figures.put(name + "ndcg@10", m.ndcgAt10());
                }));
    return figures;
  }
}
