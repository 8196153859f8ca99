package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.answer.llm.ServerSentEvents.OverlongException;

class ServerSentEventsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'data: 麋鹿|||data:吃草||', 麋鹿;吃草",
    "'data: 一|data: 二||', 一|二",
    "': waiting||data: 麋鹿|id: 7|retry: 5||', 麋鹿",
    "'data: 麋鹿\r||data: 吃草\r\r', 麋鹿;吃草",
    "'data:  两个空格||', ' 两个空格'",
    "'data: 没有空行', 没有空行",
    "'||||', ''"
  })
  void eventsAreReadAsTheStandardSays(String stream, String data) throws IOException {
    assertThat(String.join(";", read(stream.replace('|', '\n'))))
        .isEqualTo(data.replace('|', '\n'));
  }

  @Test
  void aNameBelongsToItsEvent() throws IOException {
    ServerSentEvents events = events("event: error\ndata: oops\n\ndata: 麋鹿\n\n", 100, 100);

    assertThat(events.next()).hasValue(new ServerSentEvent("error", "oops"));
    assertThat(events.next()).hasValue(new ServerSentEvent(null, "麋鹿"));
  }

  @Test
  void aLineWithoutAnEndIsNotReadToItsEnd() {
    ServerSentEvents events = new ServerSentEvents(endless("a"), 1_000, Long.MAX_VALUE);

    assertThatThrownBy(events::next).isInstanceOf(OverlongException.class);
  }

  @Test
  void anEventOfManyLinesWithoutAnEndIsNotReadToItsEnd() {
    ServerSentEvents events = new ServerSentEvents(endless("data: a\n"), 1_000, Long.MAX_VALUE);

    assertThatThrownBy(events::next).isInstanceOf(OverlongException.class);
  }

  @Test
  void commentsWithoutAnEndAreNotReadToTheirEnd() {
    ServerSentEvents events = new ServerSentEvents(endless(":\n\n"), 1_000, 100_000);

    assertThatThrownBy(events::next).isInstanceOf(OverlongException.class);
  }

  private static List<String> read(String stream) throws IOException {
    ServerSentEvents events = events(stream, 1_000, 1_000);
    List<String> data = new ArrayList<>();
    for (Optional<ServerSentEvent> event = events.next();
        event.isPresent();
        event = events.next()) {
      data.add(event.get().data());
    }
    return data;
  }

  private static ServerSentEvents events(String stream, int mostInEvent, long most) {
    return new ServerSentEvents(
        new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), mostInEvent, most);
  }

  private static InputStream endless(String text) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return text.charAt(at++ % text.length());
      }

      @Override
      public int read(byte[] into, int from, int length) {
        for (int i = 0; i < length; i++) {
          into[from + i] = (byte) read();
        }
        return length;
      }
    };
  }
}
