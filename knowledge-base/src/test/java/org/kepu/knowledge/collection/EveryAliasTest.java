package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

/**
 * Whatever a thing is called, the same is found. A search is a function of the question in the
 * collection's words, so it is enough that all names of a concept lead to the same words.
 */
class EveryAliasTest {

  private static final List<Concept> CONCEPTS = StarterCollection.concepts();
  private static final Names NAMES = StarterCollection.names();

  @Test
  void everyNameOfAConceptAsksTheSameQuestion() {
    assertThat(CONCEPTS).hasSizeGreaterThan(300);
    assertThat(CONCEPTS.stream().flatMap(EveryAliasTest::strays)).isEmpty();
  }

  private static Stream<String> strays(Concept concept) {
    String asked = NAMES.inCollectionsWords(concept.name() + "是什么？");
    return concept
        .aliases()
        .filter(alias -> !NAMES.inCollectionsWords(alias + "是什么？").equals(asked))
        .map(
            alias ->
                "%s: %s became %s, not %s"
                    .formatted(
                        concept.id(), alias, NAMES.inCollectionsWords(alias + "是什么？"), asked));
  }
}
