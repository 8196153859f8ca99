package org.kepu.evaluation.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kepu.assistant.guard.Concern;
import org.kepu.evaluation.data.DataSets;
import org.kepu.evaluation.data.GuardExample;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.OtherSubjects;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.fitting.SoftmaxFit;
import org.kepu.evaluation.metrics.Share;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.QuestionVectors;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.ranking.Scope;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains what tells questions about the collection from others. */
@Command(
    name = "train-scope",
    description = {
      "Trains ranking.Scope: the collection's headings, wordings of them, and the home questions for",
      "training against the questions of cmrc2018_train and the guard's examples. Shows what it",
      "doubts of the calibration questions, which it does not learn from, and writes the weights that",
      "ship. The same data give the same weights."
    },
    mixinStandardHelpOptions = true)
public final class TrainScopeCommand implements Callable<Integer> {

  private static final int EPOCHS = 12;
  private static final double DECAY = 0.05;
  private static final List<Double> DOUBTS = List.of(0.0, 1.0, 2.0, 3.0);

  @Mixin private DataSets data = new DataSets();

  @Option(
      names = "--examples",
      defaultValue = "evaluation/guard",
      description = "Folder of the guard's examples; default ${DEFAULT-VALUE}")
  private Path guard = Path.of("");

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--calibration",
      defaultValue = "evaluation/calibration",
      description = "Folder of the questions to show it on; default ${DEFAULT-VALUE}")
  private Path calibration = Path.of("");

  @Option(
      names = "--out",
      defaultValue = "knowledge-base/src/main/resources/org/kepu/knowledge/ranking/scope.tsv",
      description = "Where the weights go; default ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    List<Document> documents = StarterCollection.documents();
    List<String> about = about(documents);
    List<String> elsewhere = elsewhere();
    System.out.printf(
        "%d questions about the collection, %d others%n", about.size(), elsewhere.size());
    Names names = StarterCollection.names();
    try (Embedder embedder = new BgeSmallZh()) {
      QuestionVectors vectors =
          new QuestionVectors(embedder, names, new EnglishGlossary(StarterCollection.english()));
      Scope scope = train(embedder.id(), vectors, about, elsewhere);
      show(scope, vectors, HomeQuestion.all(calibration));
      Files.writeString(out, scope.written());
      System.out.printf("Wrote %s%n", out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + out, e);
    }
    return 0;
  }

  private List<String> about(List<Document> documents) {
    Stream<String> headings =
        documents.stream()
            .flatMap(document -> document.sections().stream())
            .flatMap(TrainScopeCommand::asked);
    Stream<String> asked =
        bank.all().stream()
            .filter(question -> question.forTraining() && question.answerable())
            .map(HomeQuestion::question);
    return Stream.concat(headings, asked).distinct().toList();
  }

  private static Stream<String> asked(Section section) {
    return Stream.concat(Stream.of(section.heading()), section.wordings().stream());
  }

  private List<String> elsewhere() {
    Stream<String> examples =
        Stream.of(Concern.values())
            .filter(concern -> !concern.emergency())
            .flatMap(concern -> GuardExample.authored(guard, concern).stream())
            .map(GuardExample::text);
    return Stream.concat(OtherSubjects.forTraining(data.folder()).stream(), examples)
        .distinct()
        .toList();
  }

  private static Scope train(
      String embedder, QuestionVectors vectors, List<String> about, List<String> elsewhere) {
    List<String> texts = Stream.concat(elsewhere.stream(), about.stream()).toList();
    List<float[]> meanings = Progress.map("Embedding", texts, vectors::meaning);
    int[] labels =
        IntStream.range(0, texts.size()).map(i -> i < elsewhere.size() ? 0 : 1).toArray();
    SoftmaxFit fit = SoftmaxFit.of(meanings, labels, 2, 0.5, EPOCHS, DECAY);
    double[] against = fit.weights(0);
    double[] towards = fit.weights(1);
    float[] weights = new float[towards.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (towards[i] - against[i]);
    }
    Set<String> documents =
        StarterCollection.documents().stream().map(Document::id).collect(Collectors.toSet());
    return new Scope(embedder, fit.bias(1) - fit.bias(0), weights, documents);
  }

  private static void show(Scope scope, QuestionVectors vectors, List<HomeQuestion> questions) {
    System.out.println(
        "| calibration questions | n | doubted by more than | share |\n|---|---|---|---|");
    for (boolean answerable : new boolean[] {true, false}) {
      List<Double> scores =
          questions.stream()
              .filter(question -> question.answerable() == answerable)
              .map(question -> scope.score(vectors.meaning(question.question())))
              .toList();
      for (double doubt : DOUBTS) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.0f | %.1f %% |%n",
            answerable ? "answerable" : "unanswerable",
            scores.size(),
            doubt,
            100 * Share.of(scores, score -> score < -doubt).value());
      }
    }
  }
}
