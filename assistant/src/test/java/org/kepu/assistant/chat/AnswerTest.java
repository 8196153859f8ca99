package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Illustration;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Outcome;

class AnswerTest {

  private static final ChatEvent.Accepted ACCEPTED = new ChatEvent.Accepted("c", "a");
  private static final ChatEvent.Done DONE =
      new ChatEvent.Done(Outcome.ANSWERED, "extractive", "人工智能生成", new Timings(1, 2, 3));

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource({
    "麋鹿吃草。, 也吃水草。, 麋鹿吃草。也吃水草。",
    "Milu eat grass., They swim., Milu eat grass. They swim.",
    "Milu eat grass., 麋鹿吃草。, Milu eat grass. 麋鹿吃草。",
    "麋鹿吃草。, They swim., 麋鹿吃草。They swim."
  })
  void sentencesInHanScriptStandSideBySideOthersArePartedByASpace(
      String first, String second, String joined) {
    assertThat(answer(first, second).text()).isEqualTo(joined);
  }

  @Test
  void anAnswerToldAgainIsTheSameAnswer() {
    Citation citation =
        new Citation(
            1, "d", "sha256:0", "t", "h", "麋鹿吃草。", 5, 10, null, "/u", "s", "CC BY 4.0", null);
    List<AnswerPart> parts =
        List.of(
            new Sentence(0, "麋鹿吃草。", List.of(1)),
            new Sentence(1, "麋鹿也游泳。", List.of(1)),
            citation,
            new Illustration("/i", "alt", "credit"),
            new Suggestions(List.of("麋鹿住在哪里？")));
    Answer answer = Answer.of(ACCEPTED, parts, DONE);

    List<ChatEvent> again = answer.events();

    assertThat(again.getFirst()).isEqualTo(ACCEPTED);
    assertThat(again.getLast()).isEqualTo(DONE);
    assertThat(again.subList(1, again.size() - 1))
        .extracting(event -> ((ChatEvent.Said) event).part())
        .isEqualTo(parts);
  }

  private static Answer answer(String... sentences) {
    List<AnswerPart> parts =
        IntStream.range(0, sentences.length)
            .<AnswerPart>mapToObj(i -> new Sentence(i, sentences[i], List.of()))
            .toList();
    return Answer.of(ACCEPTED, parts, DONE);
  }
}
