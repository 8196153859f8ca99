package org.kepu.evaluation.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kepu.evaluation.whole.StepResult.Figure;

/** Writes the table of figures into a README, between its two marks. */
final class Readme {

  static final String BEGIN = "<!-- figures of evaluation/evaluate report: begin -->";
  static final String END = "<!-- figures of evaluation/evaluate report: end -->";

  private final String head;
  private final java.util.function.Function<Highlight, String> words;

  private Readme(String head, java.util.function.Function<Highlight, String> words) {
    this.head = head;
    this.words = words;
  }

  static Readme english() {
    return new Readme("| figure | value | command |", Highlight::english);
  }

  static Readme chinese() {
    return new Readme("| 指标 | 数值 | 命令 |", Highlight::chinese);
  }

  /**
   * Puts the figures of {@code results} into {@code file}; those that were not measured are left
   * out.
   *
   * @throws IllegalStateException if the file lacks the marks
   */
  void write(Path file, List<StepResult> results) {
    try {
      Files.writeString(file, with(Files.readString(file), results));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  String with(String text, List<StepResult> results) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "Please mark the place of the table with the two lines %s and %s".formatted(BEGIN, END));
    }
    return text.substring(0, begin + BEGIN.length())
        + "\n"
        + table(results)
        + "\n"
        + text.substring(end);
  }

  private String table(List<StepResult> results) {
    Map<String, StepResult> byName =
        results.stream().collect(Collectors.toMap(StepResult::name, result -> result));
    StringBuilder table = new StringBuilder(head).append("\n|---|---|---|\n");
    for (Highlight highlight : Highlight.ALL) {
      StepResult result = byName.get(highlight.step());
      Figure figure = result == null ? null : result.figures().get(highlight.figure());
      if (result != null && figure != null) {
        table
            .append("| ")
            .append(words.apply(highlight))
            .append(" | ")
            .append(highlight.unit().of(figure.value()))
            .append(" | `")
            .append(result.command())
            .append("` |\n");
      }
    }
    return table.toString();
  }
}
