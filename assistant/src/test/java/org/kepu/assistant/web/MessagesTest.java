package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in one language is said in all of them. */
class MessagesTest {

  private static final Pattern BLANK = Pattern.compile("\\{\\d}");
  private static final Properties SIMPLIFIED = messages("/messages.properties");

  @ParameterizedTest
  @ValueSource(strings = {"/messages_zh_TW.properties", "/messages_en.properties"})
  void everyMessageIsThereWithTheSameBlanks(String bundle) {
    Properties messages = messages(bundle);

    assertThat(messages.stringPropertyNames()).isEqualTo(SIMPLIFIED.stringPropertyNames());
    assertThat(messages.stringPropertyNames())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(blanks(messages, key)).isEqualTo(blanks(SIMPLIFIED, key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/messages.properties", "/messages_zh_TW.properties", "/messages_en.properties"})
  void everyProblemHasATitleAndADetail(String bundle) {
    Properties messages = messages(bundle);

    assertThat(messages.stringPropertyNames().stream().filter(key -> key.endsWith(".title")))
        .isNotEmpty()
        .allMatch(key -> messages.containsKey(key.replace(".title", ".detail")));
    // A single apostrophe would swallow what follows it in a message with blanks.
    assertThat(messages.values()).noneMatch(message -> message.toString().contains("'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/messages.properties", "/messages_zh_TW.properties", "/messages_en.properties"})
  void noMessageStandsTwice(String bundle) {
    Set<String> read = new HashSet<>();
    Properties watched =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            assertThat(read.add(key.toString())).as("first %s", key).isTrue();
            return super.put(key, value);
          }
        };

    load(watched, bundle);

    assertThat(read).isEqualTo(SIMPLIFIED.stringPropertyNames());
  }

  private static List<String> blanks(Properties messages, String key) {
    return BLANK
        .matcher(messages.getProperty(key))
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  private static Properties messages(String bundle) {
    Properties messages = new Properties();
    load(messages, bundle);
    return messages;
  }

  private static void load(Properties messages, String bundle) {
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(MessagesTest.class.getResourceAsStream(bundle)),
            StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
