package org.kepu.evaluation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionCountsTest {

  @TempDir private Path folder;
  private Map<String, Map<String, Long>> counts = Map.of();

  @BeforeEach
  void count() throws IOException {
    counts =
        CollectionCounts.of(SampleCollection.in(folder)).stream()
            .collect(Collectors.toMap(CollectionCounts::by, CollectionCounts::counts));
  }

  @Test
  void topicsAreCountedInTheOrderOfTheTaxonomyAlsoWhereThereIsNothing() {
    assertThat(counts.get("topic"))
        .containsExactly(entry("astronomy", 2L), entry("moon", 2L), entry("sun", 0L));
  }

  @Test
  void whatBelongsToNoVenueBelongsToEach() {
    assertThat(counts.get("venue"))
        .containsExactly(
            entry("nature", 0L),
            entry("planetarium", 1L),
            entry("milu", 0L),
            entry("every venue", 1L));
  }

  @Test
  void audiencesAreCounted() {
    assertThat(counts.get("audience")).containsExactly(entry("general", 1L), entry("child", 1L));
  }

  @Test
  void everyKindIsCountedWithItsSectionsAndNames() {
    assertThat(counts.get("kind"))
        .containsExactly(
            entry("articles", 1L),
            entry("questions of articles", 2L),
            entry("variants", 1L),
            entry("sections of variants", 1L),
            entry("myths", 0L),
            entry("advice", 0L),
            entry("pictures", 0L),
            entry("concepts", 1L),
            entry("names", 3L));
  }
}
