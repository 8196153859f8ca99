package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;

class WordPiecesTest {

  private static final WordPieces SMALL =
      new WordPieces(
          Map.of("[CLS]", 0, "[SEP]", 1, "[UNK]", 2, "deer", 3, "##s", 4, "de", 5, "鹿", 6, "。", 7));

  @Test
  void theLongestPieceWinsAndItsRestFollowsMarked() {
    assertThat(SMALL.encode("deers 鹿。", 20)).containsExactly(0, 3, 4, 6, 7, 1);
  }

  @Test
  void aWordWithAnUnknownPartIsUnknownAsAWhole() {
    assertThat(SMALL.encode("deerx deer", 20)).containsExactly(0, 2, 3, 1);
  }

  @Test
  void aTextWithoutWordsIsItsTwoMarks() {
    assertThat(SMALL.encode("", 20)).containsExactly(0, 1);
    assertThat(SMALL.encode(" \n", 20)).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 31, 32, 33, 512})
  void whatIsBeyondTheLimitIsCutOff(int limit) {
    long[] ids = SMALL.encode("鹿".repeat(600), limit);
    assertThat(ids).hasSize(limit).startsWith(0).endsWith(1);
  }

  @Test
  void aVocabularyWithoutItsMarksIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WordPieces(Map.of("[UNK]", 0, "[SEP]", 1)))
        .withMessageContaining("[CLS]");
  }

  @Test
  void aPieceKnowsTheWordItComesFrom() {
    WordPieces.Pieces pieces = SMALL.pieces(" deers 鹿。deerx", 20);

    assertThat(pieces.ids()).containsExactly(3, 4, 6, 7, 2);
    assertThat(pieces.size()).isEqualTo(5);
    assertThat(pieces.starts()).containsExactly(1, 1, 7, 8, 9);
    assertThat(pieces.ends()).containsExactly(6, 6, 8, 9, 14);
  }

  @Test
  void aWordWithInvisibleCharactersSpansThem() {
    WordPieces.Pieces pieces = SMALL.pieces("de\u200ber鹿", 20);

    assertThat(pieces.ids()).containsExactly(3, 6);
    assertThat(pieces.starts()).containsExactly(0, 5);
    assertThat(pieces.ends()).containsExactly(5, 6);
  }

  @Test
  void aRareCharacterSpansBothItsUnits() {
    WordPieces.Pieces pieces = SMALL.pieces("𠮷鹿", 20);

    assertThat(pieces.starts()).containsExactly(0, 2);
    assertThat(pieces.ends()).containsExactly(2, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 33})
  void noMorePiecesThanAskedForAreThere(int limit) {
    assertThat(SMALL.pieces("鹿".repeat(600), limit).size()).isEqualTo(Math.max(0, limit));
  }

  @Test
  void overTheStarterCollectionPiecesAreThoseOfASequenceAndTheirSpansRise() {
    WordPieces wordPieces = BgeVocabulary.wordPieces();
    assertThat(StarterCollection.documents().stream().flatMap(WordPiecesTest::sections))
        .hasSizeGreaterThan(1_000)
        .allSatisfy(
            section -> {
              String text = TextForms.forEmbedding(section);
              long[] sequence = wordPieces.encode(text, 512);
              WordPieces.Pieces pieces = wordPieces.pieces(text, 510);
              assertThat(pieces.ids())
                  .isEqualTo(Arrays.copyOfRange(sequence, 1, sequence.length - 1));
              assertThat(rising(pieces, text.length())).isTrue();
            });
  }

  /** Each span holds something, lies in the text, and is the one before or follows it. */
  private static boolean rising(WordPieces.Pieces pieces, int length) {
    return IntStream.range(0, pieces.size())
        .allMatch(
            i ->
                pieces.starts()[i] < pieces.ends()[i]
                    && pieces.ends()[i] <= length
                    && (i == 0
                        || pieces.starts()[i] >= pieces.ends()[i - 1]
                        || (pieces.starts()[i] == pieces.starts()[i - 1]
                            && pieces.ends()[i] == pieces.ends()[i - 1])));
  }

  /** Held to the tokenizer the model was published with, in the form that is embedded. */
  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class LikeTheReferenceTokenizer {

    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
    private static final int LIMIT = 512;

    private final WordPieces wordPieces = BgeVocabulary.wordPieces();
    private HuggingFaceTokenizer reference;

    @BeforeAll
    void load(@TempDir Path cache) throws IOException {
      // Its native library is unpacked there, not in the home folder; nothing is fetched.
      System.setProperty("DJL_CACHE_DIR", cache.toString());
      System.setProperty("ai.djl.offline", "true");
      System.setProperty("RUST_FLAVOR", "cpu");
      System.setProperty("OPT_OUT_TRACKING", "true");
      try (InputStream json = resource()) {
        reference =
            HuggingFaceTokenizer.newInstance(
                json, Map.of("truncation", "true", "maxLength", String.valueOf(LIMIT)));
      }
    }

    @AfterAll
    void close() {
      reference.close();
    }

    @Test
    void onEverySectionOfTheStarterCollection() {
      assertThat(StarterCollection.documents().stream().flatMap(WordPiecesTest::sections))
          .hasSizeGreaterThan(1_000)
          .filteredOn(this::differs)
          .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.kepu.knowledge.text.WordPiecesTest#oddTexts")
    void onOddTexts(String text) {
      String embedded = TextForms.forEmbedding(text);
      assertThat(wordPieces.encode(embedded, LIMIT)).isEqualTo(reference.encode(embedded).getIds());
    }

    /** Not of every script: the reference knows the punctuation of an older Unicode. */
    @ParameterizedTest(name = "from U+{0} to U+{1}")
    @CsvSource({
      "0020, 024F", // Latin
      "0370, 052F", // Greek, Cyrillic
      "2000, 206F", // punctuation
      "2070, 2BFF", // signs and symbols
      "3000, 9FFF", // marks, kana, Han
      "AC00, D7A3", // Hangul
      "F900, FFEF", // Han for compatibility, full width
      "1F300, 1F64F", // pictures
      "20000, 20FFF", // rare Han
    })
    void onCharactersBetweenLetters(String first, String last) {
      int from = Integer.parseInt(first, 16);
      int to = Integer.parseInt(last, 16);
      assertThat(IntStream.rangeClosed(from, to).filter(Character::isDefined).boxed())
          .filteredOn(point -> differs("a" + Character.toString(point) + "b"))
          .isEmpty();
    }

    @ParameterizedTest(name = "U+{0}")
    @MethodSource("org.kepu.knowledge.text.WordPiecesTest#controlCharacters")
    void onControlCharactersBetweenLetters(int point) {
      assertThat(differs("a" + Character.toString(point) + "b")).isFalse();
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F})
    void onControlCharactersThatJavaTakesForSpace(int point) {
      assertThat(differs("a" + Character.toString(point) + "b")).isFalse();
    }

    private boolean differs(String text) {
      String embedded = TextForms.forEmbedding(text);
      return !Arrays.equals(
          wordPieces.encode(embedded, LIMIT), reference.encode(embedded).getIds());
    }

    private static InputStream resource() {
      return Objects.requireNonNull(WordPieces.class.getResourceAsStream(TOKENIZER), TOKENIZER);
    }
  }

  static Stream<String> oddTexts() {
    return Stream.of(
        "",
        " ",
        "Père David's deer（Elaphurus davidianus），1866年定名",
        "T. rex 重约7.5吨、长12.3m；速度≈25km/h。",
        "ＭＩＬＵ１２３，全角ＡＢＣ",
        "C₆H₁₂O₆＋6O₂→6CO₂＋6H₂O",
        "M31、NGC 7000、α Centauri、β-胡萝卜素、Ⅳ级",
        "🦌🦕🌙 麋鹿🦌吃草 👨‍👩‍👧‍👦 🇨🇳",
        "𠮷野家 㐂 𪚥 龘 麤 犇 鱻 䶮 﨑 豈",
        "a\tb\nc\rd\u00a0e\u3000f\u2003g\u2028h",
        "a\u200bb\u200db\ufeffc\u00add",
        "x\ufffdy\u0000z\u0001w",
        "antidisestablishmentarianism supercalifragilisticexpialidocious",
        "a".repeat(100),
        "a".repeat(101),
        "鹿".repeat(600),
        "deer ".repeat(600),
        "jurassic".repeat(12) + " park",
        "e\u0301te\u0301 naïve Ångström İstanbul ß",
        "カタカナ ひらがな 한국어 ไทย русский العربية",
        "“四不像”——《封神演义》……【注】￥100$5%~`^",
        "[mask] [cls] 【sep】",
        "2026-11-23T08:30:00+08:00 https://www.bmnh.org.cn/a_b?c=d&e=%E9%BA%8B",
        "mi2 ##s ##鹿 #");
  }

  static IntStream controlCharacters() {
    return IntStream.rangeClosed(0, 0x9F)
        .filter(Character::isISOControl)
        .filter(point -> point != 0x0B && point != 0x0C && (point < 0x1C || point > 0x1F));
  }

  private static Stream<String> sections(Document document) {
    return document.sections().stream()
        .map(section -> document.text().substring(section.start(), section.end()));
  }
}
