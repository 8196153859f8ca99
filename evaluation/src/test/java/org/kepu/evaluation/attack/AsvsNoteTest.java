package org.kepu.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The note on the ASVS names tests that exist, and leaves no requirement out. */
class AsvsNoteTest {

  private static final Path ROOT = root();
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}\\b");
  private static final Path STANDARD =
      Path.of(
          "security/owasp-asvs-5/5.0/docs_en",
          "OWASP_Application_Security_Verification_Standard_5.0.0_en.flat.json");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    List<MatchResult> named = NAMED.matcher(note()).results().toList();
    assertThat(named).hasSizeGreaterThan(40);
    List<String> missing = new ArrayList<>();
    for (MatchResult test : named) {
      if (!exists(test.group(1), test.group(2))) {
        missing.add(test.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "KEPU_EVAL_DATA", matches = ".+")
  void everyRequirementOfLevelsOneAndTwoStandsInItOnce() throws IOException {
    Path standard =
        Path.of(Objects.requireNonNull(System.getenv("KEPU_EVAL_DATA"))).resolve(STANDARD);
    List<String> asked = new ArrayList<>();
    for (JsonNode requirement :
        new JsonMapper().readTree(Files.readString(standard)).path("requirements")) {
      if (requirement.path("L").asString().matches("[12]")) {
        asked.add(requirement.path("req_id").asString().substring(1));
      }
    }
    assertThat(asked).hasSize(253);
    assertThat(answered()).containsExactlyInAnyOrderElementsOf(asked);
  }

  /** The numbers in the first column of its tables, and those that do not apply. */
  private static List<String> answered() throws IOException {
    String tables = note().replaceFirst("(?s).*### Met, and shown", "");
    String apart = tables.replaceFirst("(?s).*### Do not apply", "").replaceFirst("(?s)## .*", "");
    Stream<String> cells =
        tables.lines().filter(line -> line.startsWith("| ")).map(line -> line.split("\\|")[1]);
    return Stream.concat(cells, Stream.of(apart))
        .flatMap(text -> NUMBER.matcher(text).results().map(MatchResult::group))
        .toList();
  }

  private static boolean exists(String type, String method) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 12)) {
      List<Path> found =
          files
              .filter(file -> file.endsWith(type + ".java"))
              .filter(file -> file.toString().contains("/src/test/java/"))
              .toList();
      for (Path file : found) {
        if (Files.readString(file).contains("void " + method + "(")) {
          return true;
        }
      }
      return false;
    }
  }

  private static String note() throws IOException {
    return Files.readString(ROOT.resolve("design/0031-asvs.md"));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("design"))) {
      here = Objects.requireNonNull(here.getParent(), "the repository's root");
    }
    return here;
  }
}
