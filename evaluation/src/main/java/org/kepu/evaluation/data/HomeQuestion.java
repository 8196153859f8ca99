package org.kepu.evaluation.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.text.TextForms;

/**
 * A question about the product's own collection.
 *
 * @param id names it
 * @param question as a visitor asks it
 * @param sections the sections that answer it, as {@code document#heading}; none: it has no answer
 *     in the collection
 * @param keywords what a right answer contains, each with alternatives parted by {@code |}
 * @param style how it is worded
 */
public record HomeQuestion(
    String id,
    String question,
    List<String> sections,
    List<String> keywords,
    @Nullable String style) {

  static final String DIALOGUES = "dialogues.jsonl";

  public HomeQuestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(question, "question");
    sections = sections == null ? List.of() : List.copyOf(sections);
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
  }

  /** All questions in a folder. */
  public static List<HomeQuestion> all(Path folder) {
    return byFile(folder).values().stream().flatMap(List::stream).toList();
  }

  /** The single questions in a folder by the names of their files; dialogues are another matter. */
  public static Map<String, List<HomeQuestion>> byFile(Path folder) {
    Map<String, List<HomeQuestion>> byFile = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".jsonl") && !file.endsWith(DIALOGUES))
          .forEach(
              file ->
                  byFile.put(
                      file.getFileName().toString(), JsonLines.read(file, HomeQuestion.class)));
      return byFile;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the questions in " + folder, e);
    }
  }

  public boolean answerable() {
    return !sections.isEmpty();
  }

  /** The reader is trained on one half of the bank, by the id's hash, and we report the other. */
  public boolean forTraining() {
    return Math.floorMod(id.hashCode(), 2) == 0;
  }

  /** Whether {@code text} contains every keyword in one of its forms, in whichever script. */
  public boolean keywordsIn(String text) {
    String flat = flat(text);
    return keywords.stream()
        .allMatch(keyword -> Stream.of(keyword.split("\\|")).anyMatch(k -> flat.contains(flat(k))));
  }

  private static String flat(String text) {
    return TextForms.forMatching(text).replaceAll("\\s+", "");
  }
}
