package org.kepu.evaluation.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionPlaceTest {

  private static final List<SectionPlace> HUNDRED =
      IntStream.range(100, 200)
          .mapToObj(i -> new SectionPlace("moon#" + i, "astronomy/moon.md"))
          .toList();

  @TempDir private Path folder;

  @Test
  void sectionsOfEveryKindAreNamedWithTheirFiles() throws IOException {
    assertThat(SectionPlace.all(SampleCollection.in(folder)))
        .containsExactly(
            new SectionPlace("moon#月球有多大？", "astronomy/moon.md"),
            new SectionPlace("moon#月球有水吗？", "astronomy/moon.md"),
            new SectionPlace("moon-child#月球有多大？", "child/moon-child.md"));
  }

  @Test
  void aSeedDrawsTheSameSectionsInOrderAndAnotherSeedOthers() {
    List<SectionPlace> drawn = SectionPlace.draw(HUNDRED, 0.1, 7);

    assertThat(drawn)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(SectionPlace::section))
        .isEqualTo(SectionPlace.draw(HUNDRED, 0.1, 7))
        .isNotEqualTo(SectionPlace.draw(HUNDRED, 0.1, 8));
  }

  @Test
  void aPartOfASectionIsAWholeOne() {
    assertThat(SectionPlace.draw(HUNDRED, 0.001, 7)).hasSize(1);
    assertThat(SectionPlace.draw(HUNDRED, 1, 7)).isEqualTo(HUNDRED);
  }
}
