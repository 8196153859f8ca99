package org.kepu.evaluation.retrieval;

import java.util.List;
import java.util.concurrent.Callable;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextQuestion;
import org.kepu.evaluation.data.ReadingSets;
import org.kepu.evaluation.metrics.RankMetrics;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.ranking.Fusion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the weight of the two arms on training data. */
@Command(
    name = "tune",
    description =
        "Prints how the weight of words against meaning changes the ranking of a training set.",
    mixinStandardHelpOptions = true)
public final class TuneCommand implements Callable<Integer> {

  private static final int STEPS = 20;

  @Mixin private ReadingSets sets = new ReadingSets();

  @Option(
      names = "--set",
      defaultValue = "cmrc2018_train",
      description = "A set for training; never one marked for evaluation. Default ${DEFAULT-VALUE}")
  private String set = "";

  @Override
  public Integer call() {
    List<TextQuestion> questions = ReadingSet.questions(sets.folder(), set);
    List<Corpus.Lists> lists;
    try (Corpus corpus = new Corpus(ReadingSet.passages(sets.folder(), set), 0)) {
      lists = Progress.map(set, questions, question -> corpus.lists(question.question()));
    }
    System.out.println("| weight of words | Recall@1 | MRR@10 |\n|---|---|---|");
    for (int step = 0; step <= STEPS; step++) {
      Fusion fusion = new Fusion((double) step / STEPS);
      RankMetrics metrics = RankMetrics.of(ranks(questions, lists, fusion));
      System.out.printf(
          "| %.2f | %.2f | %.2f |%n",
          fusion.wordWeight(), 100 * metrics.recallAt1(), 100 * metrics.mrrAt10());
    }
    return 0;
  }

  private static List<Integer> ranks(
      List<TextQuestion> questions, List<Corpus.Lists> lists, Fusion fusion) {
    return java.util.stream.IntStream.range(0, questions.size())
        .mapToObj(
            i -> Corpus.hybrid(lists.get(i), fusion).indexOf(questions.get(i).passageId()) + 1)
        .toList();
  }
}
