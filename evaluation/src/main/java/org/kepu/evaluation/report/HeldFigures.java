package org.kepu.evaluation.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command's figures go, and what they are held to. */
public final class HeldFigures {

  @Mixin private FiguresFile file = new FiguresFile();

  @Option(names = "--baseline", description = "Hold the figures to those in this file")
  private @Nullable Path baseline;

  /** {@link #conclude(Map, double, Predicate)} with all that the baseline has. */
  public int conclude(Map<String, Double> figures, double tolerance) {
    return conclude(figures, tolerance, figure -> true);
  }

  /**
   * Writes the figures and prints which fell below their baseline.
   *
   * @param tolerance how far below it a figure may fall
   * @param held which of the baseline's figures, by their names, were measured at all
   * @return the command's exit code: 1 if a figure fell below
   */
  public int conclude(Map<String, Double> figures, double tolerance, Predicate<String> held) {
    file.write(figures);
    List<String> shortfalls =
        baseline == null ? List.of() : Baseline.shortfalls(baseline, figures, tolerance, held);
    shortfalls.forEach(System.err::println);
    return shortfalls.isEmpty() ? 0 : 1;
  }
}
