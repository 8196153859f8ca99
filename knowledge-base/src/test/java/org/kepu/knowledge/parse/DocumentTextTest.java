package org.kepu.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Section;

class DocumentTextTest {

  @Test
  void theTitleOpensTheTextAndAnEmptyLinePartsBlocks() {
    Document document =
        new DocumentText("麋鹿")
            .block("导语。")
            .heading(2, "麋鹿吃什么？")
            .block("  吃草。\n")
            .block("也吃水草。")
            .toDocument("milu", Metadata.NONE);

    assertThat(document.text()).isEqualTo("麋鹿\n\n导语。\n\n麋鹿吃什么？\n\n吃草。\n\n也吃水草。\n\n");
    assertThat(document.title()).isEqualTo("麋鹿");
  }

  @Test
  void aSectionIsItsHeadingAndWhatStandsUnderIt() {
    Document document =
        new DocumentText("麋鹿")
            .block("导语。")
            .heading(2, "麋鹿吃什么？")
            .block("吃草。")
            .block("也吃水草。")
            .heading(3, "水草")
            .toDocument("milu", Metadata.NONE);

    assertThat(document.sections())
        .extracting(Section::level, Section::heading, section -> body(document, section))
        .containsExactly(
            tuple(1, "麋鹿", "导语。"), tuple(2, "麋鹿吃什么？", "吃草。\n\n也吃水草。"), tuple(3, "水草", ""));
    assertThat(document.sections())
        .allSatisfy(
            section ->
                assertThat(document.text().substring(section.start(), section.bodyStart()))
                    .isEqualTo(section.heading() + "\n\n"));
  }

  @Test
  void blankBlocksAreLeftOut() {
    Document document =
        new DocumentText("麋鹿").block(" \n\t").block("").toDocument("milu", Metadata.NONE);

    assertThat(document.text()).isEqualTo("麋鹿\n\n");
    assertThat(document.sections()).isEqualTo(List.of(new Section("麋鹿", 1, 0, 4, 4)));
  }

  private static String body(Document document, Section section) {
    return document.text().substring(section.bodyStart(), section.end());
  }

  @Test
  void aCharacterStandsOnThePageThatBeganLastBeforeIt() {
    Document document =
        new DocumentText("馆刊")
            .page(1)
            .block("第一页的话。")
            .page(2)
            .block("第二页的话。")
            .toDocument("journal", Metadata.NONE);

    assertThat(document.pageAt(document.text().indexOf("第一页"))).isEqualTo(1);
    assertThat(document.pageAt(document.text().indexOf("第二页"))).isEqualTo(2);
    assertThat(document.pageAt(0)).as("the title, before the first page").isNull();
  }

  @Test
  void aSentenceOverTheEndOfAPageIsWholeAndItsRestStandsOnTheNext() {
    Document document =
        new DocumentText("馆刊")
            .page(11)
            .block("麋鹿在清末")
            .continued(12, "从中国消失。")
            .toDocument("journal", Metadata.NONE);

    assertThat(document.text()).contains("麋鹿在清末从中国消失。");
    assertThat(document.pageAt(document.text().indexOf("清末"))).isEqualTo(11);
    assertThat(document.pageAt(document.text().indexOf("从中国"))).isEqualTo(12);
  }

  @Test
  void aRowNamesTheColumnOfEachCellThatIsNotEmpty() {
    Document document =
        new DocumentText("鹿")
            .row(List.of("名称", "肩高"), List.of("麋鹿", "", "又名四不像"))
            .toDocument("deer", Metadata.NONE);

    assertThat(document.text()).contains("名称：麋鹿；又名四不像。");
  }

  @Test
  void pagesArePartOfTheVersionAndWithoutThemItStaysWhatItWas() {
    Document without = new DocumentText("鹿").block("一。").toDocument("deer", Metadata.NONE);
    Document with = new DocumentText("鹿").page(3).block("一。").toDocument("deer", Metadata.NONE);

    assertThat(with.text()).isEqualTo(without.text());
    assertThat(with.version()).isNotEqualTo(without.version());
    assertThat(without.version())
        .isEqualTo(
            Document.of("deer", "鹿", without.text(), without.sections(), Metadata.NONE).version());
  }
}
