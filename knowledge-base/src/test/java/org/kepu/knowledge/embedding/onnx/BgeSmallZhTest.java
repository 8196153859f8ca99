package org.kepu.knowledge.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;

class BgeSmallZhTest {

  /**
   * Of vectors that are the same but for rounding. The published graph agrees with itself to 0.996
   * only, once ONNX Runtime's optimisations are off.
   */
  private static final double SAME = 0.998;

  private static BgeSmallZh model;
  private static PublishedModel published;

  @BeforeAll
  static void load() {
    model = new BgeSmallZh();
    published = new PublishedModel();
  }

  @AfterAll
  static void close() {
    model.close();
    published.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "鹿", "麋鹿为什么叫四不像？", "What is a milu?", "🦌"})
  void everyTextHasAVectorOfLengthOne(String text) {
    float[] vector = model.embed(text);

    assertThat(vector).hasSize(512).hasSize(model.dimensions());
    assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theVectorIsThatOfThePublishedGraph(String text) {
    assertThat(cosine(model.embed(text), published.state(text))).isGreaterThan(SAME);
  }

  @Test
  void soItIsOnEveryTenthSectionOfTheStarterCollection() {
    List<String> sections =
        StarterCollection.documents().stream().flatMap(BgeSmallZhTest::sections).toList();
    List<Double> cosines = new ArrayList<>();
    for (int i = 0; i < sections.size(); i += 10) {
      cosines.add(cosine(model.embed(sections.get(i)), published.state(sections.get(i))));
    }

    assertThat(cosines).hasSizeGreaterThan(100).allMatch(cosine -> cosine > SAME);
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        " ",
        "鹿",
        "？",
        "🦌🦕 麋鹿🦌吃草 👨‍👩‍👧‍👦",
        "麋鹿为什么叫四不像？",
        "恐龍是怎麼滅絕的",
        "What is a milu (Père David's deer)?",
        "M31 离我们 2,500,000 光年，约 7.7×10⁵ pc。",
        "antidisestablishmentarianism",
        "麋鹿吃草。".repeat(20),
        "月食".repeat(255),
        "麋鹿与月食，".repeat(1_000));
  }

  @ParameterizedTest(name = "“{0}” is nearer to “{1}” than to “{2}”")
  @CsvSource({
    "麋鹿吃什么？, 麋鹿以青草和水草为食。, 木星是太阳系最大的行星。",
    "恐龙是怎么灭绝的, 小行星撞击让恐龙消失, 麋鹿的角每年脱落",
    "月食是怎么形成的？, 地球的影子落在月亮上，就是月食。, 琥珀是树脂变成的化石。",
    "地震时怎么办, 地震来了要伏地护头, 银杏叶秋天变黄",
  })
  void aTextIsNearerToOneOfItsMeaningThanToAnother(String text, String near, String far) {
    float[] vector = model.embed(text);

    assertThat(dot(vector, model.embed(near))).isGreaterThan(dot(vector, model.embed(far)) + 0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "t. rex有多重, T. REX有多重",
    "t. rex有多重, Ｔ. Ｒｅｘ有多重",
    "恐龙与鸟类, 恐龍與鳥類",
    "3.5千米, ３.５千米",
  })
  void caseWidthAndWritingDoNotChangeTheVector(String text, String other) {
    assertThat(model.embed(other)).isEqualTo(model.embed(text));
  }

  @Test
  void otherTextsHaveOtherVectors() {
    assertThat(model.embed("麋鹿吃什么？")).isNotEqualTo(model.embed("麋鹿住哪里？"));
  }

  @Test
  void whatIsBeyondTheModelsLimitIsCutOff() {
    String first510 = "麋鹿".repeat(255);

    assertThat(model.embed(first510 + "月食".repeat(1_000))).isEqualTo(model.embed(first510));
    assertThat(model.embed(first510.substring(1) + "月食")).isNotEqualTo(model.embed(first510));
  }

  @Test
  void severalThreadsGetTheSameVectors() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      texts.add("第" + i + "种麋鹿" + "吃草，".repeat(i));
    }
    List<float[]> expected = texts.stream().map(model::embed).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<float[]>> vectors = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        texts.forEach(text -> vectors.add(threads.submit(() -> model.embed(text))));
      }
      for (int i = 0; i < vectors.size(); i++) {
        assertThat(vectors.get(i).get()).isEqualTo(expected.get(i % texts.size()));
      }
    }
  }

  @Test
  void anotherInstanceGivesTheSameVectors() {
    try (BgeSmallZh other = new BgeSmallZh()) {
      assertThat(other.id()).isEqualTo(model.id());
      assertThat(other.embed("麋鹿吃什么？")).isEqualTo(model.embed("麋鹿吃什么？"));
    }
  }

  private static Stream<String> sections(Document document) {
    return document.sections().stream()
        .map(section -> document.text().substring(section.start(), section.end()));
  }

  private static double cosine(float[] a, float[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
