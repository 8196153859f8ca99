package org.kepu.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar says what it is made of, and all of it may be shipped. */
class BillOfMaterialsIT {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "application, pkg:maven/org.apache.lucene/lucene-core@",
    "application, pkg:maven/com.microsoft.onnxruntime/onnxruntime@",
    "web-widget, pkg:npm/lit@",
    "web-widget, pkg:npm/pinyin-pro@",
  })
  void namesWhatIsInIt(String bill, String library) throws IOException {
    assertThat(components(bill))
        .extracting(component -> component.path("purl").asString())
        .anyMatch(name -> name.startsWith(library));
  }

  @ParameterizedTest
  @CsvSource({"application", "web-widget"})
  void everyLibraryHasAChecksumAndALicenceThatLetsItBeShipped(String bill) throws IOException {
    Set<String> allowed = allowed();
    assertThat(components(bill))
        .isNotEmpty()
        .allSatisfy(
            component -> {
              String name = component.path("purl").asString();
              assertThat(component.path("hashes").size()).as("checksums of %s", name).isPositive();
              assertThat(licences(component))
                  .as("licences of %s; see licences.tsv", name)
                  .anyMatch(allowed::contains);
            });
  }

  private static List<String> licences(JsonNode component) {
    return component
        .path("licenses")
        .valueStream()
        .map(
            licence ->
                Stream.of(
                        licence.at("/license/id"),
                        licence.at("/license/name"),
                        licence.path("expression"))
                    .map(JsonNode::asString)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(""))
        .toList();
  }

  private static List<JsonNode> components(String bill) throws IOException {
    return JSON.readTree(read("/META-INF/sbom/" + bill + ".cdx.json"))
        .path("components")
        .valueStream()
        .filter(component -> !component.path("group").asString("").equals("org.kepu"))
        .toList();
  }

  private static Set<String> allowed() throws IOException {
    return read("/licences.tsv")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(Collectors.toSet());
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = BillOfMaterialsIT.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
