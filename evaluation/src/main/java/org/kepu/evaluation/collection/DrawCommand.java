package org.kepu.evaluation.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kepu.knowledge.collection.CollectionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws the sections that a second person reads. */
@Command(
    name = "draw",
    description = "Draws a share of all sections for a second reading: the same for the same seed.",
    mixinStandardHelpOptions = true)
public final class DrawCommand implements Callable<Integer> {

  @Option(
      names = "--folder",
      defaultValue = "knowledge-base/collection",
      description = "The collection; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Option(names = "--seed", required = true, description = "Any whole number; to be written down")
  private long seed;

  @Option(
      names = "--share",
      defaultValue = "0.1",
      description = "Which part of the sections to draw, above 0 to 1; default ${DEFAULT-VALUE}")
  private double share;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!(share > 0 && share <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--share is above 0 and at most 1, not " + share);
    }
    List<SectionPlace> all = SectionPlace.all(CollectionFolder.read(folder));
    List<SectionPlace> drawn = SectionPlace.draw(all, share, seed);
    System.out.printf("%d of %d sections, drawn with seed %d%n%n", drawn.size(), all.size(), seed);
    drawn.forEach(place -> System.out.printf("- [ ] %s, %s%n", place.section(), place.file()));
    return 0;
  }
}
