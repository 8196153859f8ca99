package org.kepu.evaluation.collection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the question bank and measures how much its questions borrow from the headings. */
@Command(
    name = "bank",
    description = {
      "Counts the question bank, and how much its questions repeat the headings they ask for.",
      "Exits with 1 if that is more than --at-most."
    },
    mixinStandardHelpOptions = true)
public final class BankCommand implements Callable<Integer> {

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--at-most",
      defaultValue = "0.35",
      description = "The greatest mean overlap, 0 to 1; default ${DEFAULT-VALUE}")
  private double atMost;

  @Override
  public Integer call() {
    Map<String, List<HomeQuestion>> files = HomeQuestion.byFile(bank.folder());
    System.out.println("| file | style | answerable | questions |\n|---|---|---|---|");
    BankCounts.of(files)
        .forEach(
            (row, count) ->
                System.out.printf(
                    "| %s | %s | %s | %d |%n",
                    row.file(), row.style(), row.answerable() ? "yes" : "no", count));
    double overlap = HeadingOverlap.mean(files.values().stream().flatMap(List::stream).toList());
    System.out.printf(
        "%nmean overlap of question and heading: %.3f, at most %.3f%n", overlap, atMost);
    return overlap <= atMost ? 0 : 1;
  }
}
