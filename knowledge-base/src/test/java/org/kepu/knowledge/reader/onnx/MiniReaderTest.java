package org.kepu.knowledge.reader.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;

class MiniReaderTest {

  private static final int MOST_TOKENS = 384;

  private static MiniReader reader;
  private static List<Passage> passages;

  @BeforeAll
  static void load() {
    reader = new MiniReader();
    passages =
        StarterCollection.documents().stream()
            .flatMap(document -> PassageSplitter.STANDARD.split(document).stream())
            .toList();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @ParameterizedTest(name = "“{0}” is answered by {1}, not by {2}")
  @CsvSource({
    "麋鹿为什么叫四不像, milu-name#麋鹿为什么叫“四不像”？, giant-panda#大熊猫为什么要吃竹子？",
    "月食是怎么形成的, lunar-eclipse#月食是怎么发生的？, milu-name#麋鹿为什么叫“四不像”？",
    "大熊猫怎么老吃竹子, giant-panda#大熊猫为什么要吃竹子？, giant-panda#大熊猫是熊还是猫？",
  })
  void thePassageThatAnswersIsMoreRelevantThanAnother(
      String question, String answering, String other) {
    Reading right = read(question, passage(answering));
    Reading wrong = read(question, passage(other));

    assertThat(right.relevance()).isGreaterThan(wrong.relevance());
  }

  @Test
  void theAnswerLiesInTheText() {
    for (Passage passage : passages.subList(0, 50)) {
      Reading reading = read(passage.heading(), passage);

      assertThat(reading.answer().end()).isLessThanOrEqualTo(passage.text().length());
      assertThat(reading.answer().length()).isPositive();
      assertThat(reading.certainty()).isFinite();
      assertThat(reading.relevance()).isFinite();
    }
  }

  @Test
  void tokensAreCountedAsTheyAreRead() {
    for (Passage passage : passages) {
      assertThat(reader.tokens(passage.heading(), Page.whole(passage)))
          .as(passage.id())
          .isGreaterThanOrEqualTo(Math.min(MOST_TOKENS, pieces(passage)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"麋鹿吃什么？", "What do milu eat?", "？", "🦌", "麋鹿吃什么？　"})
  void anyQuestionIsRead(String question) {
    assertThat(read(question, text("麋鹿吃青草。")).answer().end()).isLessThanOrEqualTo(6);
  }

  @Test
  void anEmptyTextHasAnEmptyAnswer() {
    Reading reading = read("麋鹿吃什么？", text(""));

    assertThat(reading.answer()).isEqualTo(new Span(0, 0));
    assertThat(reading.relevance()).isFinite();
  }

  @Test
  void aLongQuestionIsCutOffAndDoesNotCrowdOutTheText() {
    Passage passage = text("麋鹿吃青草。");
    String first64 = "麋鹿".repeat(32);

    assertThat(read(first64 + "月".repeat(436), passage)).isEqualTo(read(first64, passage));
    assertThat(reader.tokens("麋鹿".repeat(250), Page.whole(passage)))
        .isLessThanOrEqualTo(MOST_TOKENS);
  }

  @Test
  void aLongTextIsReadToItsEnd() {
    String text = "石头不说话。".repeat(200) + "麋鹿吃青草。";

    Reading reading = read("麋鹿吃什么？", text(text));

    assertThat(reading.answer().of(text)).contains("青草");
    // In its last sentence, or the one before it as well.
    assertThat(reading.answer().start()).isGreaterThanOrEqualTo(text.length() - 12);
  }

  @Test
  void caseWidthAndWritingChangeNothing() {
    Passage passage = text("T. rex体重8吨，是恐龙。");

    assertThat(read("T. REX有多重，是恐龍嗎？", passage)).isEqualTo(read("ｔ. ｒｅｘ有多重，是恐龙吗？", passage));
  }

  @Test
  void theSameIsReadTheSameByEveryThreadAndInstance() throws Exception {
    List<Passage> some = passages.subList(0, 20);
    List<Reading> expected = some.stream().map(passage -> read("麋鹿为什么叫四不像？", passage)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        MiniReader other = new MiniReader()) {
      List<Future<Reading>> readings = new ArrayList<>();
      for (int round = 0; round < 2; round++) {
        some.forEach(passage -> readings.add(threads.submit(() -> read("麋鹿为什么叫四不像？", passage))));
      }
      for (int i = 0; i < readings.size(); i++) {
        assertThat(readings.get(i).get()).isEqualTo(expected.get(i % some.size()));
      }
      assertThat(other.id()).isEqualTo(reader.id());
      assertThat(other.read("麋鹿为什么叫四不像？", Page.whole(some.getFirst())))
          .isEqualTo(expected.getFirst());
    }
  }

  private static Reading read(String question, Passage passage) {
    return reader.read(question, Page.whole(passage));
  }

  /** The fewest pieces of question, name and text, with the marks around them. */
  private static int pieces(Passage passage) {
    return pieces(passage.heading()) + pieces(passage.text()) + 4;
  }

  private static int pieces(String text) {
    return BgeVocabulary.wordPieces()
        .pieces(TextForms.forEmbedding(text), Integer.MAX_VALUE)
        .size();
  }

  private static Passage passage(String section) {
    return passages.stream()
        .filter(passage -> passage.section().equals(section))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no section " + section));
  }

  private static Passage text(String text) {
    return new Passage(
        "a#0",
        "a",
        "sha256:0",
        "麋鹿",
        List.of(),
        "麋鹿吃什么？",
        List.of(),
        new Span(0, text.length()),
        text,
        List.of(),
        Role.ARTICLE,
        null);
  }
}
