package org.kepu.evaluation.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.guard.Classifier;
import org.kepu.assistant.guard.Concern;
import org.kepu.evaluation.data.GuardExample;
import org.kepu.evaluation.data.OptionalDataSets;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.fitting.SoftmaxFit;
import org.kepu.evaluation.metrics.Share;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.QuestionVectors;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the guard's classifier on the examples in the repository. */
@Command(
    name = "train-guard",
    description = {
      "Trains the guard's classifier and writes the weights that ship. Shows first, on examples of",
      "lines that were left out in turn, what it finds and what it takes for a concern wrongly; with",
      "--data also on the questions of cmrc2018_train, which are all harmless. The same examples give",
      "the same weights."
    },
    mixinStandardHelpOptions = true)
public final class TrainGuardCommand implements Callable<Integer> {

  private static final List<Double> THRESHOLDS = List.of(0.5, 0.7, 0.75, 0.8, 0.9, 0.95, 0.98);
  private static final String TUNING_SET = "cmrc2018_train";

  @Option(
      names = "--examples",
      defaultValue = "evaluation/guard",
      description = "Folder of the examples; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Mixin private QuestionBank bank = new QuestionBank();

  @Mixin private OptionalDataSets data = new OptionalDataSets();

  @Option(
      names = "--epochs",
      defaultValue = "12",
      description = "How often each example is seen; default ${DEFAULT-VALUE}")
  private int epochs;

  @Option(
      names = "--decay",
      defaultValue = "0.05",
      description = "What the weights lose a step, as a part of the rate; default ${DEFAULT-VALUE}")
  private double decay;

  @Option(
      names = "--harmless",
      defaultValue = "0.7",
      description =
          "Which share of the loss the harmless examples have, however many they are;"
              + " default ${DEFAULT-VALUE}")
  private double harmless;

  @Option(
      names = "--folds",
      defaultValue = "4",
      description =
          "In how many parts the lines are left out; 0: not at all; default ${DEFAULT-VALUE}")
  private int folds;

  @Option(names = "--failures", description = "Print what was left out in turn and judged wrongly")
  private boolean printFailures;

  @Option(
      names = "--out",
      defaultValue = "assistant/src/main/resources/org/kepu/assistant/guard/classifier.tsv",
      description = "Where the weights go; default ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    List<Document> documents = StarterCollection.documents();
    List<GuardExample> examples = GuardExample.all(folder, documents, bank.all());
    print(examples);
    Names names = StarterCollection.names();
    EnglishGlossary english = new EnglishGlossary(StarterCollection.english());
    try (Embedder embedder = new BgeSmallZh()) {
      QuestionVectors vectors = new QuestionVectors(embedder, names, english);
      List<float[]> meanings =
          Progress.map("Embedding", examples, example -> vectors.meaning(example.text()));
      if (folds > 0) {
        crossValidate(embedder.id(), examples, meanings);
      }
      Classifier classifier = train(embedder.id(), examples, meanings, i -> true);
      data.folder().ifPresent(sets -> judgeHarmless(classifier, vectors, sets));
      Files.writeString(out, classifier.written());
      System.out.printf("Wrote %s%n", out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + out, e);
    }
    return 0;
  }

  private static void print(List<GuardExample> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(example -> counts.merge(name(example.concern()), 1, Integer::sum));
    System.out.printf("%d examples: %s%n", examples.size(), counts);
  }

  private Classifier train(
      String embedder, List<GuardExample> examples, List<float[]> meanings, IntPredicate use) {
    int[] used = IntStream.range(0, examples.size()).filter(use).toArray();
    SoftmaxFit fit =
        SoftmaxFit.of(
            Arrays.stream(used).mapToObj(meanings::get).toList(),
            Arrays.stream(used).map(i -> label(examples.get(i))).toArray(),
            Concern.values().length + 1,
            harmless,
            epochs,
            decay);
    List<Classifier.Row> rows = new ArrayList<>();
    for (int k = 0; k <= Concern.values().length; k++) {
      Concern concern = k == 0 ? null : Concern.values()[k - 1];
      rows.add(
          new Classifier.Row(concern, fit.bias(k), Arrays.stream(fit.weights(k)).boxed().toList()));
    }
    return new Classifier(embedder, GuardExample.sum(folder), rows);
  }

  private static int label(GuardExample example) {
    Concern concern = example.concern();
    return concern == null ? 0 : concern.ordinal() + 1;
  }

  /** Each line's forms are judged by a classifier that saw none of them. */
  private void crossValidate(String embedder, List<GuardExample> examples, List<float[]> meanings) {
    double[] concern = new double[examples.size()];
    Progress.map(
        "Leaving lines out",
        IntStream.range(0, folds).boxed().toList(),
        fold -> {
          IntPredicate left = i -> fold(examples.get(i)) == fold;
          Classifier classifier = train(embedder, examples, meanings, left.negate());
          IntStream.range(0, examples.size())
              .filter(left)
              .forEach(i -> concern[i] = harmful(classifier.judge(meanings.get(i))));
          return fold;
        });
    Map<String, List<Integer>> byConcern = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      byConcern.computeIfAbsent(name(examples.get(i).concern()), name -> new ArrayList<>()).add(i);
    }
    System.out.printf(
        "%nOf lines left out, the share taken for a concern at a certainty of%n| kind | n | %s |%n",
        String.join(" | ", THRESHOLDS.stream().map(String::valueOf).toList()));
    System.out.println("|---|---|" + "---|".repeat(THRESHOLDS.size()));
    byConcern.forEach(
        (name, indices) ->
            System.out.printf(
                "| %s | %d | %s |%n",
                name, indices.size(), shares(indices.stream().map(i -> concern[i]).toList())));
    if (printFailures) {
      IntStream.range(0, examples.size())
          .filter(i -> (examples.get(i).concern() == null) == (concern[i] >= 0.9))
          .forEach(
              i ->
                  System.out.printf(
                      "%s %.2f %s%n",
                      name(examples.get(i).concern()), concern[i], examples.get(i).text()));
    }
  }

  private int fold(GuardExample example) {
    return Math.floorMod(example.line().hashCode(), folds);
  }

  private static void judgeHarmless(Classifier classifier, QuestionVectors vectors, Path data) {
    List<Double> likely =
        Progress.map(
            "Judging " + TUNING_SET,
            ReadingSet.questions(data, TUNING_SET),
            question -> harmful(classifier.judge(vectors.meaning(question.question()))));
    System.out.printf("| %s | %d | %s |%n", TUNING_SET, likely.size(), shares(likely));
  }

  private static String shares(List<Double> likely) {
    return String.join(
        " | ",
        THRESHOLDS.stream()
            .map(
                threshold ->
                    String.format(
                        Locale.ROOT,
                        "%.1f %%",
                        100 * Share.of(likely, value -> value >= threshold).value()))
            .toList());
  }

  private static double harmful(Map<Concern, Double> likely) {
    return likely.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String name(@Nullable Concern concern) {
    return concern == null ? "harmless" : concern.code();
  }
}
