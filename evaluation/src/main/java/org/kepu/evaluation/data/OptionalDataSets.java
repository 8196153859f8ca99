package org.kepu.evaluation.data;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The data sets that a command does more with, if there are any. */
public final class OptionalDataSets {

  @Option(
      names = "--data",
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description = "Folder of data sets; default: the variable KEPU_EVAL_DATA, else none")
  private @Nullable Path data;

  public Optional<Path> folder() {
    return Optional.ofNullable(data);
  }
}
