package org.kepu.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.Passage;

class CitationsTest {

  private static final Document DEER =
      Articles.article("deer", "麋鹿", Articles.section("麋鹿吃什么？", "麋鹿吃青草。也吃水草。"));
  private static final Passage PASSAGE = Articles.passages(DEER).getLast();
  private static final Span FIRST = spanOf("麋鹿吃青草。");
  private static final Span SECOND = spanOf("也吃水草。");

  private final Citations citations;

  CitationsTest(@TempDir Path folder) {
    citations = new Citations(Articles.catalogued(folder, DEER));
  }

  @Test
  void placesAreNumberedAsTheyComeUpAndTheSamePlaceKeepsItsNumber() {
    assertThat(citations.cite(PASSAGE, SECOND)).isEqualTo(1);
    assertThat(citations.cite(PASSAGE, FIRST)).isEqualTo(2);
    assertThat(citations.cite(PASSAGE, SECOND)).isEqualTo(1);

    assertThat(citations.all()).extracting(Citation::quote).containsExactly("也吃水草。", "麋鹿吃青草。");
  }

  @Test
  void aQuoteIsTheDocumentsTextBetweenItsOffsets() {
    citations.cite(PASSAGE, SECOND);

    Citation citation = citations.all().getFirst();
    assertThat(DEER.text().substring(citation.start(), citation.end()))
        .isEqualTo(citation.quote())
        .isEqualTo("也吃水草。");
  }

  @Test
  void aCitationSaysWhereItComesFromAndUnderWhichLicence() {
    citations.cite(PASSAGE, FIRST);

    Citation citation = citations.all().getFirst();
    assertThat(citation.documentId()).isEqualTo("deer");
    assertThat(citation.documentVersion()).isEqualTo(DEER.version());
    assertThat(citation.title()).isEqualTo("麋鹿");
    assertThat(citation.heading()).isEqualTo("麋鹿吃什么？");
    assertThat(citation.url())
        .isEqualTo("/api/v1/documents/deer?version=" + DEER.version().replace(":", "%3A"));
    assertThat(citation.source()).isEqualTo("《中国大百科全书》");
    assertThat(citation.licence()).isEqualTo("CC BY 4.0");
    assertThat(citation.reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  @Test
  void aQuoteFromPagesSaysOnWhichOneItBegins(@TempDir Path folder) {
    Document journal =
        new DocumentText("馆刊")
            .page(11)
            .block("麋鹿吃青草。")
            .page(12)
            .block("也吃水草。")
            .toDocument("journal", Metadata.NONE);
    Passage passage = Articles.passages(journal).getFirst();
    Citations paged = new Citations(Articles.catalogued(folder, journal));
    int second = passage.text().indexOf("也吃");

    paged.cite(passage, new Span(0, "麋鹿吃青草。".length()));
    paged.cite(passage, new Span(second, second + "也吃水草。".length()));
    citations.cite(PASSAGE, FIRST);

    assertThat(paged.all()).extracting(Citation::page).containsExactly(11, 12);
    assertThat(citations.all()).extracting(Citation::page).containsOnlyNulls();
  }

  @Test
  void aDocumentThatTheCatalogueLacksIsNotCited() {
    Passage stranger = Articles.passage("别的", "别的是什么？", "别的文字。");

    assertThatThrownBy(() -> citations.cite(stranger, new Span(0, 2)))
        .isInstanceOf(AnswerFailureException.class)
        .hasMessageContaining(stranger.documentId());
  }

  private static Span spanOf(String quote) {
    int start = PASSAGE.text().indexOf(quote);
    return new Span(start, start + quote.length());
  }
}
