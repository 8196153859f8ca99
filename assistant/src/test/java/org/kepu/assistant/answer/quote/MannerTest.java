package org.kepu.assistant.answer.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.answer.Audience;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;

/** Children and elders read less at a time, and nothing that is not in the source. */
class MannerTest {

  private static final String TEXT =
      "麋鹿（Elaphurus davidianus）的角像鹿；脸像马；蹄像牛（“牛；马”都有蹄）。"
          + "这一句很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长，谁也记不住。"
          + "它会游泳。它吃草。";

  @Test
  void forEverybodyElseASentenceIsSaidAsItStands() {
    Span first = Sentences.of(TEXT).getFirst();

    assertThat(Manner.of(Audience.GENERAL).pieces(TEXT, first))
        .containsExactly(new Piece(first, first.of(TEXT)));
    assertThat(Manner.of(Audience.EDUCATOR)).isEqualTo(Manner.FULL);
  }

  @Test
  void forEldersOneThingIsSaidAtATimeWithoutNamesInLatin() {
    List<Piece> pieces = Manner.of(Audience.ELDER).pieces(TEXT, Sentences.of(TEXT).getFirst());

    assertThat(pieces).extracting(Piece::text).containsExactly("麋鹿的角像鹿。", "脸像马。", "蹄像牛（“牛；马”都有蹄）。");
    assertThat(pieces.getFirst().span().of(TEXT)).isEqualTo("麋鹿（Elaphurus davidianus）的角像鹿");
    assertThat(pieces.get(1).span().of(TEXT)).isEqualTo("脸像马");
  }

  @Test
  void anAsideWithYearsOrChineseWordsStays() {
    String text = "徐光启（1562—1633）用望远镜（telescope）和浑仪（hun yi，观测仪器）。";

    assertThat(Manner.FOR_CHILDREN.pieces(text, new Span(0, text.length())))
        .extracting(Piece::text)
        .containsExactly("徐光启（1562—1633）用望远镜和浑仪（hun yi，观测仪器）。");
  }

  @Test
  void aReadingInBracketsStays() {
    String text = "朱鹮（huán）是鸟；麋（mí）是鹿。";

    assertThat(Manner.FOR_ELDERS.pieces(text, new Span(0, text.length())))
        .extracting(Piece::text)
        .containsExactly("朱鹮（huán）是鸟。", "麋（mí）是鹿。");
  }

  @Test
  void shortSentencesSupportAnAnswerBeforeLongOnes() {
    List<Span> after = Sentences.of(TEXT).subList(1, 4);

    assertThat(Manner.FULL.support(after, false)).isEqualTo(after.subList(0, 2));
    assertThat(Manner.FOR_CHILDREN.support(after, false)).isEqualTo(after.subList(1, 2));
    assertThat(Manner.FOR_ELDERS.support(after, false)).isEqualTo(after.subList(1, 3));
    assertThat(Manner.FOR_ELDERS.support(after, true)).isEqualTo(after.subList(1, 2));
    assertThat(Manner.FOR_CHILDREN.support(after, true)).isEmpty();
    assertThat(Manner.FULL.support(List.of(), false)).isEmpty();
  }
}
