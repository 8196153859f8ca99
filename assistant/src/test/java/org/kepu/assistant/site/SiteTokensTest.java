package org.kepu.assistant.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.site.SiteTokens.Verdict.EXPIRED;
import static org.kepu.assistant.site.SiteTokens.Verdict.GOOD;
import static org.kepu.assistant.site.SiteTokens.Verdict.WRONG;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTokensTest {

  private static final String ORIGIN = "https://www.example.org";

  private Instant now = Instant.parse("2026-11-29T23:50:00Z");
  private final SiteTokens tokens =
      new SiteTokens(SiteTokensTest::key, Duration.ofHours(1), () -> now);

  @Test
  void aTokenIsGoodForItsOriginAndAnHourAcrossMidnight() {
    Sites.Token token = tokens.issue("academy", ORIGIN);

    assertThat(token.expiresAt()).isEqualTo("2026-11-30T00:50:00Z");
    assertThat(tokens.check(token.value(), ORIGIN)).isEqualTo(GOOD);
    now = now.plus(Duration.ofMinutes(59));
    assertThat(tokens.check(token.value(), ORIGIN)).isEqualTo(GOOD);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(tokens.check(token.value(), ORIGIN)).isEqualTo(EXPIRED);
    now = now.plus(Duration.ofDays(3));
    assertThat(tokens.check(token.value(), ORIGIN)).isEqualTo(EXPIRED);
  }

  @Test
  void aTokenIsOfNoUseElsewhere() {
    String token = tokens.issue("academy", ORIGIN).value();

    assertThat(tokens.check(token, "https://www.example.org.evil.example")).isEqualTo(WRONG);
    assertThat(tokens.check(token, "null")).isEqualTo(WRONG);
    assertThat(tokens.check(token, "")).isEqualTo(WRONG);
  }

  @Test
  void noPartOfATokenCanBeChanged() {
    String token = tokens.issue("academy", ORIGIN).value();

    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      // The last character of each part carries bits that stand for nothing.
      if (!bytes(changed).equals(bytes(token))) {
        assertThat(tokens.check(changed, ORIGIN)).as(changed).isNotEqualTo(GOOD);
      }
    }
  }

  @Test
  void aTokenOfAnotherKeyIsNotOurs() {
    SiteTokens others = new SiteTokens(day -> new byte[32], Duration.ofHours(1), () -> now);

    assertThat(tokens.check(others.issue("academy", ORIGIN).value(), ORIGIN)).isEqualTo(WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a",
        "a.b",
        "..",
        "%%%.%%%",
        "YWNhZGVteQ.YWNhZGVteQ",
        "YSBiIDk5OTk5OTk5OTk5OTk5OTk5OTk5.YQ",
        "YSBiIDkyMjMzNzIwMzY4NTQ3NzU4MDc.YQ"
      })
  void whatIsNoTokenIsWrong(String text) {
    assertThat(tokens.check(text, ORIGIN)).isEqualTo(WRONG);
  }

  @Test
  void aHugeTokenIsNotLookedAt() {
    assertThat(tokens.check("a".repeat(1_000_000) + ".b", ORIGIN)).isEqualTo(WRONG);
  }

  private static byte[] key(LocalDate day) {
    return day.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String bytes(String token) {
    String[] parts = token.split("\\.", -1);
    StringBuilder bytes = new StringBuilder();
    for (String part : parts) {
      try {
        bytes.append(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1));
      } catch (IllegalArgumentException e) {
        bytes.append(part);
      }
      bytes.append('.');
    }
    return bytes.toString();
  }
}
