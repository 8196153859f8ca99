package org.kepu.evaluation.answers;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.evaluation.data.AnsweringSections;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.metrics.RankMetrics;
import org.kepu.evaluation.metrics.RocArea;
import org.kepu.evaluation.metrics.Share;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.collection.StarterCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the reader's budget buys: ranking, telling what is answered from what is not, and CPU. */
@Command(
    name = "budgets",
    description = {
      "Searches for the home questions with the reader's budget at several sizes, and prints what",
      "each finds, refuses and costs. The half for testing only."
    },
    mixinStandardHelpOptions = true)
public final class BudgetsCommand implements Callable<Integer> {

  private static final int RANKS = 10;
  private static final double NANOS_A_MILLI = 1e6;

  private final AnsweringSections answering = new AnsweringSections(StarterCollection.documents());

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--tokens",
      split = ",",
      defaultValue = "0,500,600,1500,6000",
      description = "The budgets, tokens a question; default ${DEFAULT-VALUE}")
  private List<Integer> budgets = List.of();

  @Mixin private HeldFigures held = new HeldFigures();

  @Option(
      names = "--tolerance",
      defaultValue = "0.01",
      description = "How far below its baseline a figure may fall; default ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() {
    List<HomeQuestion> questions = bank.forTesting();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (LocalService service = new LocalService()) {
      KnowledgeBase knowledge = service.bean(KnowledgeBase.class);
      double least = service.bean(ChatSettings.class).leastEvidence();
      System.out.printf(
          "%d questions of %s; refused where the evidence is below %.2f%n%n",
          questions.size(), bank.folder(), least);
      System.out.println(
          "| tokens | recall@1 | recall@5 | AUROC | answerable refused | unanswerable refused | CPU ms |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (int tokens : budgets) {
        List<Searched> searched =
            Progress.map(
                tokens + " tokens", questions, question -> search(knowledge, question, tokens));
        print(tokens, searched, least, figures);
      }
    }
    return held.conclude(figures, tolerance);
  }

  private static void print(
      int tokens, List<Searched> searched, double least, Map<String, Double> figures) {
    List<Searched> answerable = searched.stream().filter(s -> s.question.answerable()).toList();
    List<Searched> other = searched.stream().filter(s -> !s.question.answerable()).toList();
    RankMetrics ranks = RankMetrics.of(answerable.stream().map(Searched::rank).toList());
    double area =
        RocArea.of(
            answerable.stream().map(s -> s.findings.support()).toList(),
            other.stream().map(s -> s.findings.support()).toList());
    Share lost = Share.of(answerable, s -> s.findings.support() < least);
    Share refused = Share.of(other, s -> s.findings.support() < least);
    double millis =
        searched.stream().mapToLong(Searched::nanos).average().orElse(0) / NANOS_A_MILLI;
    System.out.printf(
        "| %d | %.3f | %.3f | %.3f | %s | %s | %.1f |%n",
        tokens, ranks.recallAt1(), ranks.recallAt5(), area, lost, refused, millis);
    figures.put("recall@1.of-%d-tokens".formatted(tokens), ranks.recallAt1());
    figures.put("auroc.of-%d-tokens".formatted(tokens), area);
  }

  private Searched search(KnowledgeBase knowledge, HomeQuestion question, int tokens) {
    SearchRequest request = SearchRequest.of(question.question(), RANKS).withReaderTokens(tokens);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Findings findings = knowledge.search(request);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return new Searched(question, findings, answering.rank(question, findings.ranked()), nanos);
  }

  private record Searched(HomeQuestion question, Findings findings, int rank, long nanos) {}
}
