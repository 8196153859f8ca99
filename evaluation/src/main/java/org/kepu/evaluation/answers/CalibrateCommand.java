package org.kepu.evaluation.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.OtherSubjects;
import org.kepu.evaluation.fitting.LogisticFit;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.ranking.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits how the strength of evidence follows from its measures, and shows what thresholds cost. */
@Command(
    name = "calibrate",
    description = {
      "Fits the logistic function of ranking.Evidence on questions that nothing was trained on, about",
      "the collection and about other subjects, and prints, on the testing half of the home questions,",
      "what is refused at which threshold."
    },
    mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

  @Option(
      names = "--questions",
      defaultValue = "evaluation/calibration",
      description = "Folder of the questions to fit on; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Option(
      names = "--data",
      required = true,
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description =
          "Folder of data sets, for questions about other subjects; default: the variable"
              + " KEPU_EVAL_DATA")
  private Path data = Path.of("");

  @Option(
      names = "--test",
      defaultValue = "evaluation/home",
      description = "Folder of the question bank to test on; default ${DEFAULT-VALUE}")
  private Path test = Path.of("");

  @Option(
      names = "--reader-tokens",
      defaultValue = "600",
      description = "The reader's budget a question; default ${DEFAULT-VALUE}")
  private int readerTokens;

  @Override
  public Integer call() {
    List<HomeQuestion> tested =
        HomeQuestion.all(test).stream().filter(q -> !q.forTraining()).toList();
    try (LocalService service = new LocalService("--kepu.chat.reader-tokens=" + readerTokens)) {
      KnowledgeBase knowledge = service.bean(KnowledgeBase.class);
      List<Sample> own = samples("Fitting", knowledge, HomeQuestion.all(folder));
      List<Sample> others = samples("Other subjects", knowledge, others());
      List<Sample> fitted = Stream.concat(own.stream(), others.stream()).toList();
      LogisticFit fit =
          LogisticFit.of(
              fitted.stream().map(s -> s.evidence().measures()).toList(),
              fitted.stream().map(Sample::answerable).toList());
      System.out.printf("Fitted on %d questions: %s%n%n", fitted.size(), fit);
      print("fitted", own, fit);
      print("other subjects", others, fit);
      print("tested", samples("Testing", knowledge, tested), fit);
    }
    return 0;
  }

  private List<HomeQuestion> others() {
    return OtherSubjects.forCalibration(data).stream()
        .map(question -> new HomeQuestion("other", question, List.of(), List.of(), null))
        .toList();
  }

  /**
   * Advice that is asked for is given without weighing evidence, so it tells nothing here, nor does
   * what was not read where the reader is being fitted: it has the weights of the other fit.
   */
  private List<Sample> samples(String task, KnowledgeBase knowledge, List<HomeQuestion> questions) {
    return Progress.map(
            task,
            questions,
            q ->
                new Sample(
                    q.answerable(),
                    knowledge.search(
                        SearchRequest.of(q.question(), 1).withReaderTokens(readerTokens))))
        .stream()
        .filter(sample -> !sample.findings().adviceAsked())
        .filter(sample -> readerTokens == 0 || sample.evidence().reading() != null)
        .toList();
  }

  private static void print(String which, List<Sample> samples, LogisticFit fit) {
    System.out.printf(
        "| threshold | answerable refused (%s) | unanswerable refused |%n|---|---|---|%n", which);
    for (int percent = 5; percent < 100; percent += 5) {
      double threshold = percent / 100.0;
      System.out.printf(
          "| %.2f | %.3f | %.3f |%n",
          threshold,
          refused(samples, fit, threshold, true),
          refused(samples, fit, threshold, false));
    }
    System.out.println();
  }

  private static double refused(
      List<Sample> samples, LogisticFit fit, double threshold, boolean answerable) {
    return samples.stream()
        .filter(s -> s.answerable() == answerable)
        .mapToDouble(s -> fit.probability(s.evidence().measures()) < threshold ? 1 : 0)
        .average()
        .orElse(0);
  }

  private record Sample(boolean answerable, Findings findings) {
    Evidence evidence() {
      return findings.evidence();
    }
  }
}
