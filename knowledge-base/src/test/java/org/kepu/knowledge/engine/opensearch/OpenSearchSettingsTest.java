package org.kepu.knowledge.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSearchSettingsTest {

  @Test
  void severalNodesAreDividedByCommas() {
    assertThat(OpenSearchSettings.addresses(" http://a:9200, https://b/search ,"))
        .containsExactly(URI.create("http://a:9200"), URI.create("https://b/search"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "search-1:9200",
        "ftp://search-1",
        "http://",
        "http://user:secret@search-1",
        "https://a/x,https://b/y",
        "not an address"
      })
  void whatIsNoAddressOfANodeIsRefusedWithoutItsPassword(String addresses) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(addresses, "kepu", 2, 1))
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Kepu", "科普", "-kepu", "kepu*", "kepu,other", "a-generation-b"})
  void aPrefixThatWouldNotNameThisServiceAloneIsRefused(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("http://a", prefix, 2, 1))
        .withMessageContaining("prefix");
  }

  @Test
  void thereIsOneCopyAndOneShardOrMore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("http://a", "kepu", 0, 1))
        .withMessageContaining("copies");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("http://a", "kepu", 1, 0))
        .withMessageContaining("shards");
  }

  private static OpenSearchSettings settings(
      String addresses, String prefix, int copies, int shards) {
    return new OpenSearchSettings(
        OpenSearchSettings.addresses(addresses),
        new Credentials.None(),
        prefix,
        copies,
        shards,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ZERO);
  }
}
