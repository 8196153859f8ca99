package org.kepu.evaluation.data;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data sets that a command needs, which are not in the repository. */
public final class DataSets {

  @Option(
      names = "--data",
      required = true,
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description = "Folder of data sets; default: the variable KEPU_EVAL_DATA")
  private Path data = Path.of("");

  public Path folder() {
    return data;
  }
}
