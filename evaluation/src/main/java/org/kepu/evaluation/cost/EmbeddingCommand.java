package org.kepu.evaluation.cost;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.text.TextForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the CPU time of embedding a question with that of the same model run otherwise. */
@Command(
    name = "embedding",
    description = {
      "Embeds questions with our model, with its graph as published in a plain session, and with",
      "LangChain4j's class for it, in turn in this process; prints the median CPU time of one caller,",
      "questions a CPU second of two callers, and how near our vectors are to the plain session's."
    },
    mixinStandardHelpOptions = true)
public final class EmbeddingCommand implements Callable<Integer> {

  private static final long SEED = 20261125;
  private static final int WARM_UP = 100;

  /** Questions that two callers ask of one model before the next has its turn. */
  private static final int BLOCK = 20;

  /** Every so many sections of the starter collection are compared, whole. */
  private static final int SECTIONS_STEP = 10;

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--count",
      defaultValue = "400",
      description = "How many questions; default ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--of-plain",
      defaultValue = "0.85",
      description = "Exit with 1 above this share of a plain session; default ${DEFAULT-VALUE}")
  private double ofPlain;

  @Option(
      names = "--of-langchain4j",
      defaultValue = "0.65",
      description = "Exit with 1 above this share of LangChain4j's class; default ${DEFAULT-VALUE}")
  private double ofLangChain4j;

  // More where ONNX Runtime finds two cores: LangChain4j's session then keeps a thread for each,
  // which
  // spin while they wait.
  @Option(
      names = "--two-callers",
      defaultValue = "1.3",
      description =
          "Exit with 1 below so many times LangChain4j's questions; default ${DEFAULT-VALUE}")
  private double twoCallers;

  @Option(
      names = "--cosine",
      defaultValue = "0.998",
      description = "Exit with 1 if a vector is less near; default ${DEFAULT-VALUE}")
  private double leastCosine;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    List<String> questions = questions();
    try (BgeSmallZh ours = new BgeSmallZh();
        PlainSession plain = new PlainSession()) {
      // Its text is not folded; ours is on the way, so that all read the same tokens.
      BgeSmallZhV15QuantizedEmbeddingModel theirs = new BgeSmallZhV15QuantizedEmbeddingModel();
      List<Contender> contenders =
          List.of(
              new Contender("ours", ours::embed),
              new Contender("the published graph in a plain session", plain::embed),
              new Contender(
                  "LangChain4j's class",
                  text -> theirs.embed(TextForms.forEmbedding(text)).content().vector()));
      oneCaller("Warming up", contenders, questions.subList(0, Math.min(WARM_UP, count)));
      List<Double> medians = oneCaller("One caller", contenders, questions);
      List<Double> rates = twoCallers(contenders, questions);
      double cosine = leastCosine(ours, plain, questions);
      print(contenders, medians, rates, cosine);
      return verdict(medians, rates, cosine);
    }
  }

  private List<String> questions() {
    List<String> questions = new ArrayList<>();
    bank.all().stream().filter(HomeQuestion::answerable).forEach(q -> questions.add(q.question()));
    Collections.shuffle(questions, new Random(SEED));
    return questions.subList(0, Math.min(count, questions.size()));
  }

  /** The median CPU milliseconds of the calling thread, contender by contender. */
  private static List<Double> oneCaller(
      String task, List<Contender> contenders, List<String> questions) {
    List<List<Long>> costs = new ArrayList<>();
    contenders.forEach(contender -> costs.add(new ArrayList<>()));
    try (ProgressBar bar = Progress.bar(task, questions.size())) {
      for (String question : questions) {
        // Question by question, so that a noisy neighbour disturbs all alike.
        for (int i = 0; i < contenders.size(); i++) {
          long start = callersNanos();
          contenders.get(i).embed().apply(question);
          costs.get(i).add(callersNanos() - start);
        }
        bar.step();
      }
    }
    return costs.stream().map(EmbeddingCommand::medianMillis).toList();
  }

  /** Questions a CPU second of the whole process, contender by contender. */
  private static List<Double> twoCallers(List<Contender> contenders, List<String> questions)
      throws InterruptedException, ExecutionException {
    ProcessCpuClock clock = new ProcessCpuClock();
    long[] nanos = new long[contenders.size()];
    try (ExecutorService callers = Executors.newFixedThreadPool(2);
        ProgressBar bar = Progress.bar("Two callers", questions.size())) {
      for (int from = 0; from < questions.size(); from += BLOCK) {
        List<String> block = questions.subList(from, Math.min(from + BLOCK, questions.size()));
        for (int i = 0; i < nanos.length; i++) {
          Embedding embed = contenders.get(i).embed();
          long start = clock.nanos();
          Future<?> other = callers.submit(() -> block.forEach(embed::apply));
          callers.submit(() -> block.reversed().forEach(embed::apply)).get();
          other.get();
          nanos[i] += clock.nanos() - start;
        }
        bar.stepBy(block.size());
      }
    }
    List<Double> rates = new ArrayList<>();
    for (long each : nanos) {
      rates.add(2 * questions.size() / (each / 1e9));
    }
    return rates;
  }

  private static double leastCosine(BgeSmallZh ours, PlainSession plain, List<String> questions) {
    List<String> sections =
        StarterCollection.documents().stream()
            .flatMap(
                document ->
                    document.sections().stream()
                        .map(section -> document.text().substring(section.start(), section.end())))
            .toList();
    double least = 1;
    for (String question : questions) {
      least = Math.min(least, cosine(ours.embed(question), plain.embed(question)));
    }
    for (int i = 0; i < sections.size(); i += SECTIONS_STEP) {
      least = Math.min(least, cosine(ours.embed(sections.get(i)), plain.embed(sections.get(i))));
    }
    return least;
  }

  private void print(
      List<Contender> contenders, List<Double> medians, List<Double> rates, double cosine) {
    System.out.println(
        "| | CPU ms, median | ours against it | two callers: a CPU s | ours against it |");
    System.out.println("|---|---|---|---|---|");
    for (int i = 0; i < contenders.size(); i++) {
      System.out.printf(
          "| %s | %.2f | %.2f | %.0f | %.2f |%n",
          contenders.get(i).name(),
          medians.get(i),
          medians.getFirst() / medians.get(i),
          rates.get(i),
          rates.getFirst() / rates.get(i));
    }
    System.out.printf("Least cosine to the plain session's vector: %.5f%n", cosine);
  }

  private int verdict(List<Double> medians, List<Double> rates, double cosine) {
    List<String> failures =
        Stream.of(
                above("of a plain session", medians.get(0) / medians.get(1), ofPlain),
                above("of LangChain4j's class", medians.get(0) / medians.get(2), ofLangChain4j),
                below("times LangChain4j's questions", rates.get(0) / rates.get(2), twoCallers),
                below("is the least cosine", cosine, leastCosine))
            .flatMap(List::stream)
            .toList();
    failures.forEach(System.err::println);
    return failures.isEmpty() ? 0 : 1;
  }

  private static List<String> above(String what, double value, double most) {
    return value > most ? List.of("%.3f %s, above %.3f".formatted(value, what, most)) : List.of();
  }

  private static List<String> below(String what, double value, double least) {
    return value < least ? List.of("%.3f %s, below %.3f".formatted(value, what, least)) : List.of();
  }

  private static long callersNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double medianMillis(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double lengths = 0;
    double others = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      lengths += (double) a[i] * a[i];
      others += (double) b[i] * b[i];
    }
    return product / Math.sqrt(lengths * others);
  }

  private record Contender(String name, Embedding embed) {}

  private interface Embedding {
    float[] apply(String text);
  }
}
