package org.kepu.evaluation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingTest {

  private static final Rewriting BOOK =
      new Rewriting("rewriter:8", "这是书名吗", List.of("骆驼祥子看过", "骆驼祥子怎么样"), List.of("骆驼祥子是书名吗"));

  @Test
  void whatAPersonPutInMustBeThere() {
    assertThat(BOOK.namesSubject("骆驼祥子是书名吗")).isTrue();
    assertThat(BOOK.namesSubject("骆驼祥子，这是书名吗")).isTrue();
    assertThat(BOOK.namesSubject("骆驼是书名吗")).isFalse();
    assertThat(BOOK.namesSubject("这是书名吗")).isFalse();
  }

  @Test
  void repeatingBothTurnsNamesNothing() {
    assertThat(BOOK.namesSubject("骆驼祥子看过，骆驼祥子怎么样，这是书名吗")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"那土星呢, 土星有几颗卫星呢, 有几颗卫星", "为什么, 为什么, ''", "好看吗, 演唱会好看吗, 演唱会"})
  void whatIsInsertedIsWhatTheQuestionLacks(String question, String whole, String inserted) {
    assertThat(String.join("", Rewriting.inserted(question, whole))).isEqualTo(inserted);
  }
}
