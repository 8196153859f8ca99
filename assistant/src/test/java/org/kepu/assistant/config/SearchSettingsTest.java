package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.engine.opensearch.Credentials;

class SearchSettingsTest {

  @Test
  void withoutAnAddressThereIsNoCluster() {
    assertThat(settings("", "", "", "").configured()).isFalse();
    assertThat(settings("http://search-1:9200", "", "", "").configured()).isTrue();
  }

  @Test
  void theClusterIsShownWhoAsks() {
    assertThat(settings("http://a", "", "", "").cluster().credentials())
        .isEqualTo(new Credentials.None());
    assertThat(settings("http://a", "kepu", "secret", "").cluster().credentials())
        .isEqualTo(new Credentials.Basic("kepu", "secret"));
    assertThat(settings("http://a", "", "", "secret").cluster().credentials())
        .isEqualTo(new Credentials.Bearer("secret"));
  }

  @Test
  void aUserAndATokenTogetherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("http://a", "kepu", "secret", "secret"))
        .withMessageContaining("KEPU_SEARCH_TOKEN")
        .withMessageNotContaining("secret");
  }

  @Test
  void secretsAreInNoLog() {
    assertThat(settings("http://a", "kepu", "secret", "")).asString().doesNotContain("secret");
    assertThat(settings("http://a", "", "", "secret")).asString().doesNotContain("secret");
  }

  private static SearchSettings settings(
      String url, String username, String password, String token) {
    Duration second = Duration.ofSeconds(1);
    return new SearchSettings(url, username, password, token, "kepu", 2, 1, second, second);
  }
}
