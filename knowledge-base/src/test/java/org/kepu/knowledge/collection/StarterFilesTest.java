package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.taxon.Concept;

/** What travels beside the articles: names and pictures. A test names all offenders. */
class StarterFilesTest {

  private static final Path MEDIA = Path.of("collection", "media");
  private static final List<Document> DOCUMENTS = StarterCollection.documents();
  private static final Set<String> IDS =
      DOCUMENTS.stream().map(Document::id).collect(Collectors.toSet());
  private static final Set<String> SECTIONS =
      DOCUMENTS.stream()
          .flatMap(
              document ->
                  document.sections().stream()
                      .map(section -> document.id() + "#" + section.heading()))
          .collect(Collectors.toSet());

  @Test
  void everyConceptIsTreatedByADocumentThatIsThere() {
    assertThat(StarterCollection.concepts()).hasSizeGreaterThan(200);
    assertThat(StarterCollection.concepts())
        .filteredOn(
            concept -> concept.documents().isEmpty() || !IDS.containsAll(concept.documents()))
        .extracting(Concept::id)
        .isEmpty();
  }

  @Test
  void everyPictureOfTheFolderIsInTheJarAsItIs() throws IOException {
    try (Stream<Path> files = Files.list(MEDIA)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(StarterCollection.picture(file.getFileName().toString()))
                      .contains(Files.readAllBytes(file)));
    }
  }

  @Test
  void everyPictureIsAnSvgThatRunsAndFetchesNothing() throws IOException {
    try (Stream<Path> files = Files.list(MEDIA)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.UTF_8))
                      .as(file.toString())
                      .contains("<svg")
                      .doesNotContainPattern("(?i)<script|\\son[a-z]+=|javascript:|<foreignObject")
                      .doesNotContainPattern("(href|src)=\"(?!#)|url\\((?!['\"]?#)"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../names.yaml", "/etc/passwd", "nothing.svg", "ASTRO-ORION.SVG"})
  void anyOtherNameIsNoPicture(String name) {
    assertThat(StarterCollection.picture(name)).isEmpty();
  }

  @Test
  void everyIllustrationIsDrawnDescribedAndBelongsToSectionsThatAreThere() {
    assertThat(StarterCollection.illustrations())
        .allSatisfy(
            illustration -> {
              assertThat(StarterCollection.picture(illustration.file())).isPresent();
              assertThat(illustration.alt()).isNotBlank();
              assertThat(illustration.credit()).isNotBlank();
              assertThat(SECTIONS).containsAll(illustration.sections());
            });
  }

  @Test
  void whatDocumentsRestOnIsThere() {
    Set<String> missing = new HashSet<>();
    for (Document document : DOCUMENTS) {
      Role.supportOf(document.metadata().role()).stream()
          .filter(section -> !SECTIONS.contains(section))
          .forEach(section -> missing.add(document.id() + " → " + section));
      if (document.metadata().role() instanceof Role.Variant(String of)) {
        document.sections().stream()
            .filter(section -> section.level() == 2)
            .map(section -> of + "#" + section.heading())
            .filter(section -> !SECTIONS.contains(section))
            .forEach(section -> missing.add(document.id() + " → " + section));
      }
    }

    assertThat(missing).isEmpty();
  }
}
