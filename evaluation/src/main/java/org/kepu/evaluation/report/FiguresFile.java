package org.kepu.evaluation.report;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that a command's figures go to, if it is given one. */
public final class FiguresFile {

  @Option(names = "--json", description = "Write the figures to this file")
  private @Nullable Path json;

  /** Writes the figures, over those that are there. */
  public void write(Map<String, Double> figures) {
    if (json != null) {
      Baseline.write(json, figures);
    }
  }
}
