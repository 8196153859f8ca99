package org.kepu.evaluation.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.chat.ChatService;
import org.kepu.evaluation.answers.LocalService;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.embedding.Embedder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the CPU time of an answer with that of embedding its question alone. */
@Command(
    name = "cost",
    description = {
      "Answers questions in this process, each recorded, searched, quoted and recorded again, and",
      "embeds the same questions alone; prints the median CPU time of both and their ratio."
    },
    mixinStandardHelpOptions = true)
public final class CostCommand implements Callable<Integer> {

  private static final long SEED = 20261123;

  /** Until the compilers, whose threads count as ours, have little left to do. */
  private static final int WARM_UP_ROUNDS = 5;

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--count",
      defaultValue = "200",
      description = "How many questions; default ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--reader-tokens",
      defaultValue = "0",
      description = "The reader's budget a question; default ${DEFAULT-VALUE}: without the reader")
  private int readerTokens;

  @Option(
      names = "--at-most",
      defaultValue = "2.0",
      description = "Exit with 1 if the ratio is above this; default ${DEFAULT-VALUE}")
  private double atMost;

  @Override
  public Integer call() {
    List<String> questions = new ArrayList<>();
    bank.all().stream().filter(HomeQuestion::answerable).forEach(q -> questions.add(q.question()));
    Collections.shuffle(questions, new Random(SEED));
    try (LocalService service = new LocalService("--kepu.chat.reader-tokens=" + readerTokens)) {
      ChatService chat = service.bean(ChatService.class);
      Embedder embedder = service.bean(Embedder.class);
      List<String> measured = questions.subList(0, Math.min(count, questions.size()));
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        measure("Warming up", questions, chat, embedder);
      }
      Costs costs = measure("Measuring", measured, chat, embedder);
      return report(costs, measured.size());
    }
  }

  private Integer report(Costs costs, int size) {
    double answer = median(costs.answers());
    double embedding = median(costs.embeddings());
    System.out.printf("| median of %d | CPU ms |%n|---|---|%n", size);
    System.out.printf("| an answer, recorded | %.2f |%n", answer / 1e6);
    System.out.printf("| embedding its question alone | %.2f |%n", embedding / 1e6);
    System.out.printf("| ratio | %.2f |%n", answer / embedding);
    if (answer / embedding > atMost) {
      System.err.printf("The ratio %.2f is above %.2f%n", answer / embedding, atMost);
      return 1;
    }
    return 0;
  }

  /** Both in turn, question by question, so that a noisy neighbour disturbs both alike. */
  private static Costs measure(
      String task, List<String> questions, ChatService chat, Embedder embedder) {
    ProcessCpuClock clock = new ProcessCpuClock();
    Costs costs = new Costs(new ArrayList<>(), new ArrayList<>());
    try (ProgressBar bar = Progress.bar(task, questions.size())) {
      for (String question : questions) {
        long start = clock.nanos();
        embedder.embed(question);
        long embedded = clock.nanos();
        chat.answer(request(question)).block();
        long answered = clock.nanos();
        costs.embeddings().add(embedded - start);
        costs.answers().add(answered - embedded);
        bar.step();
      }
    }
    return costs;
  }

  private static ChatRequest request(String question) {
    return new ChatRequest(
        new Question(question, Channel.API, null, null, Audience.GENERAL, Language.SIMPLIFIED),
        null,
        null);
  }

  private static double median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }

  private record Costs(List<Long> embeddings, List<Long> answers) {}
}
