package org.kepu.assistant.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WechatSettingsTest {

  private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

  @Test
  void withoutAnAppIdThereIsNoAccount() {
    assertThat(settings(Map.of()).configured()).isFalse();
  }

  @Test
  void theReplyComesBeforeWechatStopsWaiting() {
    assertThat(settings(Map.of()).replyWithin()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void noSecretIsShown() {
    WechatSettings settings =
        settings(Map.of("app-id", "wx1", "secret", "s3cret", "token", "t0ken", "aes-key", KEY));

    assertThat(settings.toString()).doesNotContain("s3cret", "t0ken", KEY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "app-id, wx1, kepu.wechat.secret",
    "aes-key, short, 43 letters and digits",
    "venue, a b, the id of a venue",
    "public-address, ask.example.org, an address like https://",
    "public-address, 'https://a\"b', an address like https://",
    "api-address, '', an address like https://",
    "reply-within, 5s, from 1s to 4800ms",
    "reply-within, 999ms, from 1s to 4800ms",
    "questions-per-minute, 0, 1 or more",
  })
  void aValueThatCannotWorkIsRefusedByItsSetting(String name, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of(name, value)))
        .withMessageContaining(message);
  }

  private static WechatSettings settings(Map<String, String> values) {
    Map<String, String> prefixed = new HashMap<>();
    values.forEach((name, value) -> prefixed.put("kepu.wechat." + name, value));
    try {
      return new Binder(new MapConfigurationPropertySource(prefixed))
          .bindOrCreate("kepu.wechat", WechatSettings.class);
    } catch (BindException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw cause instanceof IllegalArgumentException ours ? ours : new IllegalStateException(e);
    }
  }
}
