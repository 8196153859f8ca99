package org.kepu.evaluation.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.ranking.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits how the strength of evidence follows from its measures, and shows what thresholds cost. */
@Command(
    name = "calibrate",
    description = {
      "Fits the logistic function of ranking.Evidence on the calibration half of the home questions,",
      "and prints, on the other half, what is refused at which threshold."
    },
    mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

  @Option(
      names = "--questions",
      defaultValue = "evaluation/home",
      description = "Folder of the question bank; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    List<HomeQuestion> questions = HomeQuestion.all(folder);
    List<Sample> samples;
    try (LocalService service = new LocalService()) {
      KnowledgeBase knowledge = service.bean(KnowledgeBase.class);
      samples =
          Progress.map(
              "Searching",
              questions,
              q ->
                  new Sample(
                      q.answerable(),
                      q.forCalibration(),
                      knowledge.search(SearchRequest.of(q.question(), 1)).evidence()));
    }
    List<Sample> fitted = samples.stream().filter(Sample::calibration).toList();
    LogisticFit fit =
        LogisticFit.of(
            fitted.stream().map(s -> s.evidence().measures()).toList(),
            fitted.stream().map(Sample::answerable).toList());
    System.out.printf("Fitted on %d questions: %s%n%n", fitted.size(), fit);
    List<Sample> held = samples.stream().filter(s -> !s.calibration()).toList();
    System.out.println("| threshold | answerable refused | unanswerable refused |\n|---|---|---|");
    for (int percent = 10; percent < 100; percent += 5) {
      double threshold = percent / 100.0;
      System.out.printf(
          "| %.2f | %.3f | %.3f |%n",
          threshold, refused(held, fit, threshold, true), refused(held, fit, threshold, false));
    }
    return 0;
  }

  private static double refused(
      List<Sample> samples, LogisticFit fit, double threshold, boolean answerable) {
    return samples.stream()
        .filter(s -> s.answerable() == answerable)
        .mapToDouble(s -> fit.probability(s.evidence().measures()) < threshold ? 1 : 0)
        .average()
        .orElse(0);
  }

  private record Sample(boolean answerable, boolean calibration, Evidence evidence) {}
}
