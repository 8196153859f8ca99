package org.kepu.knowledge.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.knowledge.document.Span;

class PageTest {

  /** Of the passage “一二三四五六七八九十”: 一二三 and 七八. */
  private static final Page GLANCE =
      new Page("数字", "一二三七八", List.of(new Span(0, 3), new Span(6, 8)));

  @ParameterizedTest(name = "{0} to {1} on the page is {2} to {3} in the passage")
  @CsvSource({
    "0, 2, 0, 2",
    "3, 5, 6, 8",
    "4, 5, 7, 8",
    // What runs over the end of its part ends with it.
    "2, 5, 2, 3",
    "5, 5, 8, 8",
  })
  void aPlaceOnThePageIsAPlaceInThePassage(int start, int end, int inStart, int inEnd) {
    assertThat(GLANCE.inPassage(new Span(start, end))).isEqualTo(new Span(inStart, inEnd));
  }

  @Test
  void aPlaceOnAWholePageIsTheSameInThePassage() {
    assertThat(Page.of("数字", "一二三").inPassage(new Span(1, 3))).isEqualTo(new Span(1, 3));
  }

  @Test
  void partsThatAreNotTheTextsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Page("数字", "一二三", List.of(new Span(0, 2))));
  }
}
