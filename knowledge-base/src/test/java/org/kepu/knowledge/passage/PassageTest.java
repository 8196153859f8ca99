package org.kepu.knowledge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;

class PassageTest {

  @Test
  void aPassageWhoseTextIsNotAsLongAsItsSpanIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> passage(new Span(0, 4)))
        .withMessageContaining("milu#0");
  }

  @ParameterizedTest
  @CsvSource({"2027-12-31, true", "2028-01-01, false"})
  void aPassageIsInForceUpToItsLastDay(LocalDate day, boolean inForce) {
    assertThat(passage(new Span(4, 9)).inForceOn(day)).isEqualTo(inForce);
  }

  @Test
  void itsSectionIsItsDocumentAndHeading() {
    assertThat(passage(new Span(4, 9)).section()).isEqualTo("milu#吃什么？");
  }

  @Test
  void itsWordsAreTitleAliasesHeadingAndTextInTheFormForMatching() {
    Passage passage =
        new Passage(
            "milu#0",
            "milu",
            "sha256:0",
            "麋鹿",
            List.of("四不像", "Père David's Deer"),
            "吃什麼？",
            List.of(),
            new Span(4, 9),
            "麋鹿吃草。",
            List.of(),
            Role.ARTICLE,
            null);

    assertThat(passage.forMatching()).isEqualTo("麋鹿\n四不像 père david's deer\n吃什么?\n麋鹿吃草。");
  }

  private static Passage passage(Span span) {
    return new Passage(
        "milu#0",
        "milu",
        "sha256:0",
        "麋鹿",
        List.of("四不像"),
        "吃什么？",
        List.of(),
        span,
        "麋鹿吃草。",
        List.of(),
        Role.ARTICLE,
        LocalDate.of(2027, 12, 31));
  }
}
