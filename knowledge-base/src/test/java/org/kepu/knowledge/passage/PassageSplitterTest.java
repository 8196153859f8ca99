package org.kepu.knowledge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.parse.DocumentText;

class PassageSplitterTest {

  /** Passages of 30 characters at most, windows of 20. */
  private static final PassageSplitter SMALL = new PassageSplitter(30, 20);

  private static final String FIRST = "麋鹿的角像鹿，麋鹿的脸像马。";
  private static final String SECOND = "麋鹿的蹄像牛，麋鹿的尾像驴。";
  private static final String THIRD = "人们把麋鹿叫作四不像。";

  @Test
  void aSectionOfNoMoreThanTheLimitStaysWhole() {
    String body = FIRST + "\n\n" + THIRD;

    List<Passage> passages = SMALL.split(document(body));

    assertThat(passages).extracting(Passage::text).containsExactly(body);
  }

  @Test
  void aLongerSectionIsCutAfterSentencesAndOneIsRepeated() {
    List<Passage> passages = SMALL.split(document(FIRST + SECOND + THIRD));

    assertThat(passages).extracting(Passage::text).containsExactly(FIRST + SECOND, SECOND + THIRD);
  }

  @Test
  void aSentenceLongerThanTheLimitStaysWhole() {
    String longer = "很".repeat(60) + "长。";

    assertThat(SMALL.split(document(FIRST + longer + THIRD)))
        .extracting(Passage::text)
        .containsExactly(FIRST, longer, THIRD);
  }

  @Test
  void noPassageStandsWhollyInAnother() {
    String longer = "麋" + "鹿".repeat(28) + "。";

    assertThat(SMALL.split(document(FIRST + SECOND + longer)))
        .extracting(Passage::text)
        .containsExactly(FIRST + SECOND, longer);
  }

  @Test
  void aPassageNeverReachesOverTheEndOfItsSection() {
    Document document =
        new DocumentText("麋鹿")
            .block("导语。")
            .heading(2, "吃什么？")
            .block("吃草。")
            .heading(2, "住哪里？")
            .heading(3, "从前")
            .block("住湿地。")
            .toDocument("milu", Metadata.NONE);

    assertThat(SMALL.split(document))
        .extracting(passage -> passage.id() + " " + passage.heading() + " " + passage.text())
        .containsExactly("milu#0 麋鹿 导语。", "milu#1 吃什么？ 吃草。", "milu#2 从前 住湿地。");
  }

  @Test
  void aPassageNamesItsDocumentToTheCharacter() {
    Document document = document(FIRST + SECOND + THIRD);

    assertThat(SMALL.split(document))
        .allSatisfy(
            passage -> {
              assertThat(passage.documentId()).isEqualTo(document.id());
              assertThat(passage.documentVersion()).isEqualTo(document.version());
              assertThat(passage.title()).isEqualTo(document.title());
              assertThat(passage.span().of(document.text())).isEqualTo(passage.text());
              assertThat(passage.aliases()).isEqualTo(document.metadata().aliases());
              assertThat(passage.venues()).isEqualTo(document.metadata().venues());
              assertThat(passage.validTo()).isEqualTo(document.metadata().validTo());
            });
  }

  @Test
  void aDocumentWithoutTextGivesNoPassages() {
    assertThat(SMALL.split(document(""))).isEmpty();
  }

  @Test
  void theFirstWindowIsTheTitleAndTheHeading() {
    Passage passage = SMALL.split(document(FIRST)).getFirst();

    assertThat(SMALL.windows(passage).getFirst())
        .isEqualTo(new Window(new Span(0, 0), "麋鹿 有什么特点？"));
  }

  @Test
  void aHeadingThatNamesTheTitleDoesNotRepeatIt() {
    Document document =
        new DocumentText("麋鹿")
            .heading(2, "麋鹿有什么特点？")
            .block(FIRST)
            .toDocument("milu", Metadata.NONE);

    assertThat(SMALL.windows(SMALL.split(document).getFirst()).getFirst().text())
        .isEqualTo("麋鹿有什么特点？");
  }

  @Test
  void theOtherWindowsAreThePassageSentenceBySentenceWithoutRepetition() {
    Passage passage = SMALL.split(document(FIRST + SECOND)).getFirst();

    assertThat(SMALL.windows(passage).stream().skip(1))
        .extracting(Window::text)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void everyPassageOfTheStarterCollectionIsInItsDocument() {
    assertThat(StarterCollection.documents())
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(PassageSplitter.STANDARD.split(document))
                    .filteredOn(
                        passage -> !passage.span().of(document.text()).equals(passage.text()))
                    .isEmpty());
  }

  @Test
  void theWindowsOfEveryPassageOfTheStarterCollectionLeaveOutWhiteSpaceAlone() {
    assertThat(passagesOfTheStarterCollection())
        .hasSizeGreaterThan(1_000)
        .filteredOn(passage -> !leftOutByWindows(passage).isBlank())
        .isEmpty();
  }

  @Test
  void theSameDocumentsAreAlwaysCutAlike() {
    assertThat(passagesOfTheStarterCollection())
        .containsExactlyElementsOf(passagesOfTheStarterCollection().toList());
  }

  @Test
  void settingsThatCutDifferentlyHaveDifferentIds() {
    assertThat(Stream.of(SMALL, new PassageSplitter(31, 20), new PassageSplitter(30, 21)))
        .extracting(PassageSplitter::id)
        .doesNotHaveDuplicates();
    assertThat(new PassageSplitter(30, 20).id()).isEqualTo(SMALL.id());
  }

  @ParameterizedTest
  @CsvSource({"1200, 19", "119, 120", "0, 0"})
  void settingsThatMakeNoSenseAreRefused(int passageLimit, int windowLength) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PassageSplitter(passageLimit, windowLength));
  }

  private static String leftOutByWindows(Passage passage) {
    StringBuilder left = new StringBuilder();
    int end = 0;
    for (Window window : PassageSplitter.STANDARD.windows(passage)) {
      left.append(passage.text(), end, window.span().start());
      end = window.span().end();
    }
    return left.append(passage.text(), end, passage.text().length()).toString();
  }

  private static Stream<Passage> passagesOfTheStarterCollection() {
    return StarterCollection.documents().stream()
        .flatMap(document -> PassageSplitter.STANDARD.split(document).stream());
  }

  private static Document document(String body) {
    Metadata metadata =
        new Metadata(
            List.of("biodiversity"),
            List.of("milu"),
            List.of("四不像"),
            Audience.GENERAL,
            List.of(),
            "",
            null,
            LocalDate.of(2027, 12, 31));
    return new DocumentText("麋鹿").heading(2, "有什么特点？").block(body).toDocument("milu", metadata);
  }
}
