package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.assistant.FakeWechat;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import tools.jackson.databind.JsonNode;

/** The page that a link in WeChat leads to, on a phone. */
class WechatSourceIT {

  private static final FakeWechat WECHAT = new FakeWechat();
  private static Service service;

  @BeforeAll
  static void start() {
    service =
        Service.start(IndexedHome.named("wechat-source"), WECHAT.settings().toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    service.close();
    WECHAT.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theQuoteIsMarkedAndEverybodyCanReadIt(ColorScheme scheme) {
    JsonNode citation = service.client().ask("麋鹿为什么叫“四不像”？").json().path("citations").path(0);
    try (Visit visit = new Visit(390, 844, "zh-CN")) {
      Page page = visit.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

      page.navigate(
          "%s/wechat/source/%s?v=%s&q=%d-%d"
              .formatted(
                  service.client().address(),
                  citation.path("documentId").asString(),
                  citation.path("documentVersion").asString().substring(7, 19),
                  citation.path("start").asInt(),
                  citation.path("end").asInt()));

      assertThat(page.locator("mark")).hasText(citation.path("quote").asString());
      assertThat(page.locator("h1")).hasText(citation.path("title").asString());
      assertThat(page.locator("dt").first()).hasText("资料来源");
      assertThat((Boolean) page.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
      visit.picture("wechat-source-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(visit.violations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }
}
