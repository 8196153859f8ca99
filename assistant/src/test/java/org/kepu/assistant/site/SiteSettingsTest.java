package org.kepu.assistant.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteSettingsTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Academy|https://www.example.org|light|''|id",
        "''|https://www.example.org|light|''|id",
        "academy|www.example.org|light|''|origins",
        "academy|https://www.example.org/|light|''|origins",
        "academy|https://www.example.org/page|light|''|origins",
        "academy|https://me@www.example.org|light|''|origins",
        "academy|ftp://www.example.org|light|''|origins",
        "academy|null|light|''|origins",
        "academy|https://www.example.org|pink|''|theme",
        "academy|https://www.example.org|light|short|device-token"
      })
  void aRuleThatIsBrokenIsNamed(
      String id, String origin, String theme, String deviceToken, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Site(id, List.of(origin), "", theme, "", deviceToken))
        .withMessageContaining("kepu.web.sites: the " + rule + " of site '" + id + "' must be");
  }

  @Test
  void aSiteOfNoPageAndNoAppIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Site("academy", List.of(), "", "light", "", ""))
        .withMessageContaining("origins");
  }

  @Test
  void originsAreComparedInLowerCase() {
    Site site = new Site("academy", List.of(" https://WWW.Example.org "), "", "light", "", "");

    assertThat(site.origins()).containsExactly("https://www.example.org");
  }

  @Test
  void theTokenOfADeviceIsNotShown() {
    Site site = new Site("app", List.of(), "", "light", "", SECRET);

    assertThat(site.toString()).doesNotContain(SECRET);
  }

  @Test
  void anIdIsGivenOnce() {
    Site site = new Site("academy", List.of("https://www.example.org"), "", "light", "", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteSettings(List.of(site, site), Duration.ofHours(1), ""))
        .withMessageContaining("academy");
  }
}
