package org.kepu.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SharesTest {

  private static final double TOLERANCE = 0.01;

  @TempDir private Path folder;

  @Test
  void aShareIsOfThoseWithThePropertyAndThereIsNoneOfNone() {
    Shares shares = new Shares();
    shares.put("even", List.of(1, 2, 3, 4, 6), number -> number % 2 == 0);
    shares.put("none", List.of(), number -> true);

    assertThat(shares.figures()).containsExactly(Map.entry("even", 0.6));
  }

  @ParameterizedTest(name = "{0} of {1} right where {2} were: {3}")
  @CsvSource({"28, 30, 30, 0", "27, 30, 30, 1", "990, 1000, 1000, 0", "989, 1000, 1000, 1"})
  void aShareMayFallByTwoWhateverTheTolerance(int right, int all, int before, int exit) {
    Path file = folder.resolve("baseline.json");
    Baseline.write(file, Map.of("right", (double) before / all));
    Shares shares = new Shares();
    shares.put("right", IntStream.range(0, all).boxed().toList(), number -> number < right);

    assertThat(held(file).conclude(shares, TOLERANCE, figure -> true)).isEqualTo(exit);
  }

  private static HeldFigures held(Path baseline) {
    Held command = new Held();
    new CommandLine(command).parseArgs("--baseline", baseline.toString());
    return command.figures;
  }

  @Command
  private static final class Held {
    @Mixin private HeldFigures figures = new HeldFigures();
  }
}
