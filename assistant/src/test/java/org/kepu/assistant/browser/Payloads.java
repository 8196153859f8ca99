package org.kepu.assistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts that others wrote to break into pages, and markup that a page might take for its own; of
 * the folder that {@code KEPU_EVAL_DATA} names.
 */
public final class Payloads {

  private static final String FENCE = "`".repeat(32);

  private Payloads() {}

  private static final List<String> ALL = all();

  /**
   * Every so manyth of them, one text each; of 1 all.
   *
   * @param step at least 1
   */
  public static List<String> every(int step) {
    return IntStream.range(0, ALL.size()).filter(i -> i % step == 0).mapToObj(ALL::get).toList();
  }

  private static List<String> all() {
    Path security =
        Path.of(Objects.requireNonNull(System.getenv("KEPU_EVAL_DATA"))).resolve("security");
    List<String> all =
        Stream.concat(
                lines(security.resolve("xss-payloads/Intruder/xss-payload-list.txt")).stream()
                    .filter(line -> !line.isBlank()),
                examples(security.resolve("commonmark-spec/spec.txt")).stream())
            .toList();
    assertThat(all)
        .as("6,613 payloads and CommonMark's examples")
        .hasSizeGreaterThan(6_613 + 1_200);
    return all;
  }

  /** The specification's examples, Markdown and the HTML it stands for, each by itself. */
  private static List<String> examples(Path specification) {
    List<String> examples = new ArrayList<>();
    StringBuilder example = null;
    for (String line : lines(specification)) {
      if (line.equals(FENCE + " example")) {
        example = new StringBuilder();
      } else if (line.equals(FENCE) && example != null) {
        Stream.of(example.toString().split("\n\\.\n", 2))
            .map(part -> part.replace('→', '\t'))
            .filter(part -> !part.isBlank())
            .forEach(examples::add);
        example = null;
      } else if (example != null) {
        example.append(line).append('\n');
      }
    }
    return examples;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
