package org.kepu.knowledge.taxon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.taxon.Concept.Kind;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ConceptTest {

  private static final Concept ANDROMEDA =
      new Concept(
          "andromeda",
          "仙女星系",
          null,
          Kind.BODY,
          List.of("仙女座大星云"),
          List.of("Andromeda"),
          List.of("M31"),
          List.of("Andromeda galaxy"),
          List.of("仙女星糸"),
          List.of("galaxies"));

  @Test
  void itsAliasesAreAllNamesButTheRightOne() {
    assertThat(ANDROMEDA.aliases())
        .containsExactly("仙女座大星云", "Andromeda", "M31", "Andromeda galaxy", "仙女星糸");
  }

  @Test
  void itsChineseNamesAreTheRightOneAndTheCommonOnes() {
    assertThat(ANDROMEDA.chineseNames()).containsExactly("仙女星系", "仙女座大星云");
  }

  @Test
  void whatTheTableLeavesOutIsEmpty() {
    Concept concept = read("{id: moon, name: 月球, kind: body}");

    assertThat(concept.reading()).isNull();
    assertThat(concept.kind()).isEqualTo(Kind.BODY);
    assertThat(concept.aliases()).isEmpty();
    assertThat(concept.documents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: moon, name: '', kind: body}",
        "{id: moon, name: 月球, kind: body, common: ['']}",
        "{id: moon, name: 月球, kind: body, english: [' ']}",
        "{id: moon, name: 月球, kind: body, miswritten: ['']}"
      })
  void anEmptyNameIsRefusedByTheConceptsId(String yaml) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(yaml))
        .withMessageContaining("'moon'")
        .withMessageContaining("please");
  }

  @Test
  void whatIsGivenAsAListIsCopied() {
    List<String> common = new ArrayList<>(List.of("月亮"));
    Concept concept =
        new Concept(
            "moon", "月球", null, Kind.BODY, common, List.of(), List.of(), List.of(), List.of(),
            List.of());
    common.clear();

    assertThat(concept.common()).containsExactly("月亮");
  }

  /** As the starter collection is read; what a record refuses is the cause of what Jackson says. */
  private static Concept read(String yaml) {
    try {
      return YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build()
          .readValue(yaml, Concept.class);
    } catch (tools.jackson.databind.exc.ValueInstantiationException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw e;
    }
  }
}
