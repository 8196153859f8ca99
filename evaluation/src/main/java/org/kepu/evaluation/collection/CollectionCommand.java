package org.kepu.evaluation.collection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.kepu.knowledge.collection.CollectionCheck;
import org.kepu.knowledge.collection.CollectionFolder;
import org.kepu.knowledge.collection.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the collection to its rules and counts what is in it. */
@Command(
    name = "collection",
    description = {
      "Prints what breaks a rule of the collection, and how much there is of everything.",
      "Exits with 1 if a rule is broken."
    },
    mixinStandardHelpOptions = true)
public final class CollectionCommand implements Callable<Integer> {

  @Option(
      names = "--folder",
      defaultValue = "knowledge-base/collection",
      description = "The collection; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    CollectionFolder collection = CollectionFolder.read(folder);
    CollectionCheck check = new CollectionCheck(LocalDate.now(ZoneId.of("Asia/Shanghai")));
    List<Violation> violations = check.violations(collection);
    System.out.printf(
        "%d rules, %d violations in %s%n%n", check.rules().size(), violations.size(), folder);
    violations.forEach(CollectionCommand::print);
    CollectionCounts.of(collection).forEach(CollectionCommand::print);
    return violations.isEmpty() ? 0 : 1;
  }

  private static void print(Violation violation) {
    System.out.printf(
        "- %s%n  - rule: %s%n  - found: %s%n  - way out: %s%n%n",
        violation.place(), violation.rule(), violation.found(), violation.wayOut());
  }

  private static void print(CollectionCounts counts) {
    System.out.printf("| %s | count |%n|---|---|%n", counts.by());
    counts.counts().forEach((name, count) -> System.out.printf("| %s | %d |%n", name, count));
    System.out.println();
  }
}
