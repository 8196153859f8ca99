package org.kepu.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

  @TempDir private Path folder;

  @Test
  void aFigureThatFallsBelowItsBaselineIsNamed() {
    Path file = folder.resolve("baseline.json");
    Baseline.write(file, Map.of("mrr", 0.95, "recall", 0.9));

    assertThat(Baseline.shortfalls(file, Map.of("mrr", 0.949, "recall", 0.95), 0.002)).isEmpty();
    assertThat(Baseline.shortfalls(file, Map.of("mrr", 0.94, "recall", 0.9), 0.002))
        .singleElement()
        .asString()
        .contains("mrr is 0.9400")
        .contains("0.9500");
  }

  @Test
  void aFigureThatWasNotMeasuredIsNamedToo() {
    Path file = folder.resolve("baseline.json");
    Baseline.write(file, Map.of("mrr", 0.95));

    assertThat(Baseline.shortfalls(file, Map.of(), 0.002))
        .singleElement()
        .asString()
        .contains("mrr")
        .contains("was not measured");
  }
}
