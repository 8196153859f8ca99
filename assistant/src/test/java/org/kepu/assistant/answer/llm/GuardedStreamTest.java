package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;

class GuardedStreamTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private int cancelled;

  @Test
  void wordsComeInTheirOrderAndThenTheEnd() throws InterruptedException {
    GuardedStream stream = patient();
    write(stream, "麋鹿");
    write(stream, "吃草。");
    stream.handler().onCompleteResponse(response(FinishReason.STOP));

    assertThat(stream.next()).hasValue("麋鹿");
    assertThat(stream.next()).hasValue("吃草。");
    assertThat(stream.next()).isEmpty();
  }

  @ParameterizedTest(name = "finish reason {0}")
  @NullSource
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STOP")
  void anEndForAnotherReasonThanBeingDoneIsAFailure(@Nullable FinishReason reason)
      throws InterruptedException {
    GuardedStream stream = patient();
    write(stream, "麋鹿");
    stream.handler().onCompleteResponse(response(reason));

    assertThat(stream.next()).hasValue("麋鹿");
    assertThatThrownBy(stream::next).isInstanceOf(ModelFailureException.class);
  }

  @Test
  void anErrorIsAFailureAlthoughACompletionFollows() throws InterruptedException {
    GuardedStream stream = patient();
    IOException reset = new IOException("Connection reset");
    write(stream, "麋鹿");
    stream.handler().onError(reset);
    stream.handler().onCompleteResponse(response(FinishReason.STOP));

    assertThat(stream.next()).hasValue("麋鹿");
    assertThatThrownBy(stream::next).isInstanceOf(ModelFailureException.class).hasRootCause(reset);
  }

  @Test
  void silenceBeforeTheFirstWordsIsAFailure() {
    GuardedStream stream = stream(SHORT, LONG, LONG, 100);

    assertThatThrownBy(stream::next)
        .isInstanceOf(ModelFailureException.class)
        .hasMessageContaining("silent");
  }

  @Test
  void silenceBetweenWordsIsAFailure() throws InterruptedException {
    GuardedStream stream = stream(LONG, SHORT, LONG, 100);
    write(stream, "麋鹿");

    assertThat(stream.next()).hasValue("麋鹿");
    assertThatThrownBy(stream::next)
        .isInstanceOf(ModelFailureException.class)
        .hasMessageContaining("silent");
  }

  @Test
  void theWholeAnswerHasItsTimeEvenIfWordsKeepComing() throws InterruptedException {
    GuardedStream stream = stream(LONG, LONG, SHORT, 100);
    Thread.sleep(SHORT.plusMillis(10));
    write(stream, "麋鹿");

    assertThatThrownBy(stream::next).isInstanceOf(ModelFailureException.class);
  }

  @Test
  void theLongestAnswerIsReadAndALongerOneIsAFailure() throws InterruptedException {
    GuardedStream stream = stream(LONG, LONG, LONG, 6);
    write(stream, "麋鹿吃草");
    write(stream, "。它");
    write(stream, "会");

    assertThat(stream.next()).hasValue("麋鹿吃草");
    assertThat(stream.next()).hasValue("。它");
    assertThatThrownBy(stream::next)
        .isInstanceOf(ModelFailureException.class)
        .hasMessageContaining("6");
  }

  @Test
  void closingItEndsTheExchangeBeforeAnyWords() {
    patient().close();

    assertThat(cancelled).isEqualTo(1);
  }

  @Test
  void aModelThatWritesTooMuchIsStoppedAlthoughNobodyReads() {
    GuardedStream stream = stream(LONG, LONG, LONG, 6);
    StreamingChatResponseHandler handler = stream.handler();
    for (int i = 0; i < 10; i++) {
      handler.onPartialResponse("麋鹿");
    }

    assertThat(cancelled).isPositive();
  }

  @Test
  void itCostsWhatTheModelSaysOrElseNoLessThanItsCharacters() {
    GuardedStream stream = patient();
    StreamingChatResponseHandler handler = stream.handler();
    handler.onPartialResponse("麋鹿吃草。");

    assertThat(stream.usage()).isEqualTo(new Usage(10, 5));

    handler.onCompleteResponse(
        ChatResponse.builder()
            .aiMessage(AiMessage.from("麋鹿吃草。"))
            .finishReason(FinishReason.STOP)
            .tokenUsage(new TokenUsage(7, 4))
            .build());

    assertThat(stream.usage()).isEqualTo(new Usage(7, 4));
  }

  @ParameterizedTest(name = "status {0} is {1}")
  @CsvSource({
    "401, REFUSED",
    "404, REFUSED",
    "429, REFUSED",
    "408, BROKEN",
    "500, BROKEN",
    "503, BROKEN"
  })
  void whatAFailureIsTellsWhetherToAskAgain(int status, Kind kind) {
    GuardedStream stream = patient();
    stream.handler().onError(new IllegalStateException(new HttpException(status, "oops")));

    assertThatThrownBy(stream::next)
        .isInstanceOfSatisfying(
            ModelFailureException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void anInterruptedReaderStopsWaiting() {
    GuardedStream stream = patient();
    Thread.currentThread().interrupt();

    assertThatThrownBy(stream::next).isInstanceOf(InterruptedException.class);
  }

  private GuardedStream patient() {
    return stream(LONG, LONG, LONG, 100);
  }

  private GuardedStream stream(Duration firstToken, Duration idle, Duration total, int characters) {
    return new GuardedStream(
        Deadlines.from(TestSettings.times(firstToken, idle, total)),
        characters,
        10,
        () -> cancelled++);
  }

  private static void write(GuardedStream stream, String words) {
    stream.handler().onPartialResponse(words);
  }

  private static ChatResponse response(@Nullable FinishReason reason) {
    ChatResponse.Builder response = ChatResponse.builder().aiMessage(AiMessage.from("text"));
    return reason == null ? response.build() : response.finishReason(reason).build();
  }
}
