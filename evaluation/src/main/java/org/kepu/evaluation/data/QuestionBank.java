package org.kepu.evaluation.data;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The questions about the product's own collection that a command asks. */
public final class QuestionBank {

  @Option(
      names = "--questions",
      defaultValue = "evaluation/home",
      description = "Folder of the question bank; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  public Path folder() {
    return folder;
  }

  /** All of them. */
  public List<HomeQuestion> all() {
    return HomeQuestion.all(folder);
  }

  /** Those that nothing was trained on. */
  public List<HomeQuestion> forTesting() {
    return all().stream().filter(question -> !question.forTraining()).toList();
  }
}
