package org.kepu.assistant.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Texts that others wrote to break into pages, and markup that a page might take for its own; of
 * the folder that {@code KEPU_EVAL_DATA} names.
 */
final class Payloads {

  private static final String FENCE = "`".repeat(32);

  private Payloads() {}

  /** All of them, one text each. */
  static List<String> all() {
    Path security =
        Path.of(Objects.requireNonNull(System.getenv("KEPU_EVAL_DATA"))).resolve("security");
    return Stream.concat(
            lines(security.resolve("xss-payloads/Intruder/xss-payload-list.txt")).stream()
                .filter(line -> !line.isBlank()),
            examples(security.resolve("commonmark-spec/spec.txt")).stream())
        .toList();
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
