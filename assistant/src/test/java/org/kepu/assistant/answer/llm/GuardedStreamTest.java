package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.kepu.assistant.answer.AnswerFailureException;

class GuardedStreamTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Handle handle = new Handle();

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
    assertThatThrownBy(stream::next).isInstanceOf(AnswerFailureException.class);
  }

  @Test
  void anErrorIsAFailureAlthoughACompletionFollows() throws InterruptedException {
    GuardedStream stream = patient();
    IOException reset = new IOException("Connection reset");
    write(stream, "麋鹿");
    stream.handler().onError(reset);
    stream.handler().onCompleteResponse(response(FinishReason.STOP));

    assertThat(stream.next()).hasValue("麋鹿");
    assertThatThrownBy(stream::next).isInstanceOf(AnswerFailureException.class).hasRootCause(reset);
  }

  @Test
  void silenceBeforeTheFirstWordsIsAFailure() {
    GuardedStream stream = new GuardedStream(settings(SHORT, LONG, LONG, 100));

    assertThatThrownBy(stream::next)
        .isInstanceOf(AnswerFailureException.class)
        .hasMessageContaining("silent");
  }

  @Test
  void silenceBetweenWordsIsAFailure() throws InterruptedException {
    GuardedStream stream = new GuardedStream(settings(LONG, SHORT, LONG, 100));
    write(stream, "麋鹿");

    assertThat(stream.next()).hasValue("麋鹿");
    assertThatThrownBy(stream::next)
        .isInstanceOf(AnswerFailureException.class)
        .hasMessageContaining("silent");
  }

  @Test
  void theWholeAnswerHasItsTimeEvenIfWordsKeepComing() throws InterruptedException {
    GuardedStream stream = new GuardedStream(settings(LONG, LONG, SHORT, 100));
    Thread.sleep(SHORT.plusMillis(10));
    write(stream, "麋鹿");

    assertThatThrownBy(stream::next).isInstanceOf(AnswerFailureException.class);
  }

  @Test
  void theLongestAnswerIsReadAndALongerOneIsAFailure() throws InterruptedException {
    GuardedStream stream = new GuardedStream(settings(LONG, LONG, LONG, 6));
    write(stream, "麋鹿吃草");
    write(stream, "。它");
    write(stream, "会");

    assertThat(stream.next()).hasValue("麋鹿吃草");
    assertThat(stream.next()).hasValue("。它");
    assertThatThrownBy(stream::next)
        .isInstanceOf(AnswerFailureException.class)
        .hasMessageContaining("6");
  }

  @Test
  void closingItTellsTheModelToStopOnce() {
    GuardedStream stream = patient();
    write(stream, "麋鹿");

    stream.close();
    stream.close();

    assertThat(handle.cancelled).isEqualTo(1);
  }

  @Test
  void aModelThatBeginsAfterItWasClosedIsStoppedAtItsFirstWords() {
    GuardedStream stream = patient();
    stream.close();

    write(stream, "麋鹿");

    assertThat(handle.cancelled).isEqualTo(1);
  }

  @Test
  void anInterruptedReaderStopsWaiting() {
    GuardedStream stream = patient();
    Thread.currentThread().interrupt();

    assertThatThrownBy(stream::next).isInstanceOf(InterruptedException.class);
  }

  private static GuardedStream patient() {
    return new GuardedStream(settings(LONG, LONG, LONG, 100));
  }

  private static ModelSettings settings(
      Duration firstToken, Duration idle, Duration total, int characters) {
    return new ModelSettings(
        "http://localhost/v1", "", "model", firstToken, idle, total, characters);
  }

  private void write(GuardedStream stream, String words) {
    StreamingChatResponseHandler handler = stream.handler();
    handler.onPartialResponse(new PartialResponse(words), new PartialResponseContext(handle));
  }

  private static ChatResponse response(@Nullable FinishReason reason) {
    ChatResponse.Builder response = ChatResponse.builder().aiMessage(AiMessage.from("text"));
    return reason == null ? response.build() : response.finishReason(reason).build();
  }

  /** Counts how often the model was told to stop. */
  private static final class Handle implements StreamingHandle {

    private int cancelled;

    @Override
    public void cancel() {
      cancelled++;
    }

    @Override
    public boolean isCancelled() {
      return cancelled > 0;
    }
  }
}
