package org.kepu.evaluation.data;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The sets of passages and questions that a command reads, {@link ReadingSet} by name. */
public final class ReadingSets {

  @Option(
      names = "--data",
      required = true,
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description = "Folder with one folder a set (or KEPU_EVAL_DATA)")
  private Path data = Path.of("");

  public Path folder() {
    return data;
  }
}
