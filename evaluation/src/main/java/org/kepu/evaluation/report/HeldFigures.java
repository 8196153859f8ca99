package org.kepu.evaluation.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command's figures go, and what they are held to. */
public final class HeldFigures {

  @Mixin private FiguresFile file = new FiguresFile();

  @Option(names = "--baseline", description = "Hold the figures to those in this file")
  private @Nullable Path baseline;

  /** All that the baseline has, with one tolerance. */
  public int conclude(Map<String, Double> figures, double tolerance) {
    return conclude(figures, figure -> tolerance, figure -> true);
  }

  /**
   * Shares of questions, which may fall by two questions whatever the tolerance: processors round
   * the models' integers in different ways, and a question near a threshold goes either way.
   *
   * @param held which of the baseline's figures, by their names, were measured at all
   */
  public int conclude(Shares shares, double tolerance, Predicate<String> held) {
    return conclude(
        shares.figures(), figure -> Math.max(tolerance, 2 * shares.ofOne(figure)), held);
  }

  /**
   * Writes the figures and prints which fell below their baseline.
   *
   * @param tolerance how far below it a figure may fall, by its name
   * @param held which of the baseline's figures, by their names, were measured at all
   * @return the command's exit code: 1 if a figure fell below
   */
  private int conclude(
      Map<String, Double> figures, ToDoubleFunction<String> tolerance, Predicate<String> held) {
    file.write(figures);
    List<String> shortfalls =
        baseline == null ? List.of() : Baseline.shortfalls(baseline, figures, tolerance, held);
    shortfalls.forEach(System.err::println);
    return shortfalls.isEmpty() ? 0 : 1;
  }
}
