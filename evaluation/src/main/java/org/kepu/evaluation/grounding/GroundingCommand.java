package org.kepu.evaluation.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.grounding.Ruling;
import org.kepu.assistant.sky.place.Places;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.taxon.Concept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the claim gate sentences with one thing altered, and sentences that say what is so. */
@Command(
    name = "grounding",
    description = {
      "Puts sentences of the collection in other words, alters one number, unit, date or name in some,",
      "and counts which of them the claim gate stops. The same seed makes the same sentences."
    },
    mixinStandardHelpOptions = true)
public final class GroundingCommand implements Callable<Integer> {

  @Option(
      names = "--half",
      defaultValue = "REPORTING",
      description =
          "Whose documents the sentences come from: ${COMPLETION-CANDIDATES}; rules were made on the first; default ${DEFAULT-VALUE}")
  private ClaimMaker.Half half = ClaimMaker.Half.REPORTING;

  @Option(
      names = "--count",
      defaultValue = "500",
      description = "How many of each; default ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Any whole number; default ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--failures", description = "Print each sentence that was ruled wrongly")
  private boolean printFailures;

  @Mixin private HeldFigures held = new HeldFigures();

  @Override
  public Integer call() {
    List<Document> documents = StarterCollection.documents();
    List<Concept> concepts = StarterCollection.concepts();
    ClaimGate gate = new ClaimGate(StarterCollection.names(), new Places().named().keySet());
    ClaimMaker maker = new ClaimMaker(documents, concepts, half, seed);
    List<Ruled> altered = rule("Altered", gate, maker.altered(count));
    List<Ruled> unaltered = rule("Unaltered", gate, maker.unaltered(count));
    List<Ruled> flipped = rule("Turned round", gate, maker.flipped(count));

    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("altered.stopped", share(altered, true));
    figures.put("unaltered.passed", share(unaltered, false));
    figures.put("turned-round.stopped", share(flipped, true));
    System.out.printf(
        "half %s, seed %d%n%n| sentences | number | stopped |%n|---|---|---|%n", half, seed);
    print("one thing altered", altered);
    byKind(altered).forEach((kind, some) -> print("– " + kind, some));
    print("unaltered", unaltered);
    byKind(unaltered).forEach((kind, some) -> print("– " + kind, some));
    print("turned round", flipped);
    if (printFailures) {
      altered.stream().filter(ruled -> !ruled.stopped()).forEach(System.out::println);
      unaltered.stream().filter(Ruled::stopped).forEach(System.out::println);
      flipped.stream().filter(ruled -> !ruled.stopped()).forEach(System.out::println);
    }
    return held.conclude(figures, 0);
  }

  private static List<Ruled> rule(String task, ClaimGate gate, List<Claim> claims) {
    return Progress.map(
        task, claims, claim -> new Ruled(claim, gate.rule(claim.text(), claim.cited())));
  }

  private static double share(List<Ruled> ruled, boolean stopped) {
    return (double) ruled.stream().filter(r -> r.stopped() == stopped).count()
        / Math.max(1, ruled.size());
  }

  private static Map<String, List<Ruled>> byKind(List<Ruled> ruled) {
    Map<String, List<Ruled>> kinds = new TreeMap<>();
    ruled.forEach(r -> kinds.computeIfAbsent(r.claim().kind(), kind -> new ArrayList<>()).add(r));
    return kinds;
  }

  private static void print(String name, List<Ruled> ruled) {
    System.out.printf("| %s | %d | %.1f %% |%n", name, ruled.size(), 100 * share(ruled, true));
  }

  /** A sentence and what the gate said of it. */
  private record Ruled(Claim claim, Ruling ruling) {

    boolean stopped() {
      return ruling instanceof Ruling.Stopped;
    }

    @Override
    public String toString() {
      return "%s%n    said   %s%n    source %s%n    %s"
          .formatted(
              claim.kind(),
              claim.text(),
              claim.original(),
              ruling instanceof Ruling.Stopped stopped ? stopped : "passed");
    }
  }
}
