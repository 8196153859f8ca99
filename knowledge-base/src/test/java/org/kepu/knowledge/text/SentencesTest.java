package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Span;

class SentencesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          麋鹿吃草。麋鹿会游泳！真的吗？   = 麋鹿吃草。|麋鹿会游泳！|真的吗？
          没有句号的一句                   = 没有句号的一句
          他说：“你好。”然后走了。         = 他说：“你好。”|然后走了。
          （月球没有空气。）所以很安静。   = （月球没有空气。）|所以很安静。
          圆周率是3.14左右。地球半径6371千米。 = 圆周率是3.14左右。|地球半径6371千米。
          太好了！！你呢？！               = 太好了！！|你呢？！
          夜空……群星闪烁。                 = 夜空……群星闪烁。
          Deer eat grass. They can swim.   = Deer eat grass.|They can swim.
          It weighs 3.5 kg. Is it big?     = It weighs 3.5 kg.|Is it big?
          先看头、颈、蹄、尾；再看角。     = 先看头、颈、蹄、尾；再看角。
          """)
  void aSentenceEndsWhereReadersPause(String text, String sentences) {
    assertThat(sentencesOf(text)).containsExactly(sentences.split("\\|"));
  }

  @Test
  void aLinesEndIsASentencesEnd() {
    assertThat(sentencesOf("行星：\n水星\n金星\r\n\n地球是我们的家。\n"))
        .containsExactly("行星：", "水星", "金星", "地球是我们的家。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", " \t\u3000\n"})
  void aTextWithoutWordsHasNoSentences(String text) {
    assertThat(Sentences.of(text)).isEmpty();
  }

  @Test
  void sentencesOfEveryArticleAreInOrderAndLeaveOutWhiteSpaceAlone() {
    assertThat(StarterCollection.documents())
        .isNotEmpty()
        .allSatisfy(
            document -> {
              StringBuilder left = new StringBuilder();
              int end = 0;
              for (Span sentence : Sentences.of(document.text())) {
                assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
                assertThat(sentence.of(document.text())).isNotBlank();
                left.append(document.text(), end, sentence.start());
                end = sentence.end();
              }
              assertThat(left.append(document.text(), end, document.text().length())).isBlank();
            });
  }

  @Test
  void threadsDoNotDisturbOneAnother() throws Exception {
    List<Document> documents = StarterCollection.documents();
    List<List<Span>> expected = documents.stream().map(d -> Sentences.of(d.text())).toList();
    Callable<List<List<Span>>> task =
        () -> documents.stream().map(d -> Sentences.of(d.text())).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<List<Span>>>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(threads.submit(task));
      }
      for (Future<List<List<Span>>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  private static List<String> sentencesOf(String text) {
    return Sentences.of(text).stream().map(span -> span.of(text)).toList();
  }
}
