package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BgeVocabularyTest {

  @Test
  void itsMarksAreThoseOfChineseBert() {
    WordPieces wordPieces = BgeVocabulary.wordPieces();

    assertThat(wordPieces.classify()).isEqualTo(101);
    assertThat(wordPieces.separator()).isEqualTo(102);
    assertThat(wordPieces.encode("麋鹿", 512)).hasSize(4).startsWith(101).endsWith(102);
  }

  @Test
  void itIsReadOnce() {
    assertThat(BgeVocabulary.wordPieces()).isSameAs(BgeVocabulary.wordPieces());
  }
}
