package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.browser.Looks.PATIENTLY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every state of the widget, in three languages, both themes, on a telephone and a desk: axe finds
 * nothing of any weight in it, and its picture is in {@code target/screenshots} to be looked at.
 */
@ServiceTest
// Hundreds of pages take minutes: not with every build.
@EnabledIfSystemProperty(named = "kepu.states", matches = "true")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WidgetStatesIT {

  private static final String LOOK =
      "locale => Object.assign(document.querySelector('kepu-chat'), { locale, theme: 'auto' })";

  @LocalServerPort private int port;

  @ParameterizedTest(name = "{0} {1} {2} {3} × {4}")
  @CsvSource({
    "milu, zh-CN, LIGHT, 1280, 860",
    "milu, zh-CN, DARK, 390, 844",
    "nature, zh-TW, DARK, 1280, 860",
    "nature, zh-TW, LIGHT, 390, 844",
    "planetarium, en, LIGHT, 1280, 860",
    "planetarium, en, DARK, 390, 844"
  })
  void looksRightInEveryState(
      String venue, String locale, ColorScheme scheme, int width, int height) {
    try (Visit visit = Visit.of(width, height, locale, scheme)) {
      Page page = visit.page();
      Looks looks = open(visit, venue, locale, scheme, "");
      looks.at("1-welcome");
      settle(page, looks);
      failInEveryWay(page, looks);
      answer(page, looks);
      report(page, looks);
      answerOtherwise(page, looks, locale);
      visit.context().setOffline(true);
      assertThat(page.locator("kepu-chat .offline")).isVisible();
      looks.at("p-offline");
      assertThat(looks.faults()).isEmpty();
    }
  }

  /**
   * The other half of languages, themes and sizes, in the states that most of a visit is spent in.
   */
  @ParameterizedTest(name = "{0} {1} {2} {3} × {4}")
  @CsvSource({
    "milu, zh-CN, DARK, 1280, 860",
    "milu, zh-CN, LIGHT, 390, 844",
    "nature, zh-TW, LIGHT, 1280, 860",
    "nature, zh-TW, DARK, 390, 844",
    "planetarium, en, DARK, 1280, 860",
    "planetarium, en, LIGHT, 390, 844"
  })
  void looksRight(String venue, String locale, ColorScheme scheme, int width, int height) {
    try (Visit visit = Visit.of(width, height, locale, scheme)) {
      Looks looks = open(visit, venue, locale, scheme, "");
      looks.at("1-welcome");
      answer(visit.page(), looks);
      assertThat(looks.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "milu, zh-CN, LIGHT",
    "nature, zh-TW, DARK",
    "planetarium, en, LIGHT",
    "milu, en, DARK"
  })
  void looksRightInHighContrast(String venue, String locale, ColorScheme scheme) {
    try (Visit visit = Visit.of(390, 844, locale, scheme)) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
      Looks looks = open(visit, venue, locale, scheme, "contrast-");
      looks.at("1-welcome");
      answer(visit.page(), looks);
      report(visit.page(), looks);
      assertThat(looks.faults()).isEmpty();
    }
  }

  /** There the colours are the system's, whatever the theme. */
  @ParameterizedTest
  @CsvSource({"milu, zh-CN, LIGHT", "nature, zh-TW, LIGHT", "planetarium, en, LIGHT"})
  void looksRightInForcedColours(String venue, String locale, ColorScheme scheme) {
    try (Visit visit = Visit.of(390, 844, locale, scheme)) {
      visit
          .page()
          .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      Looks looks = open(visit, venue, locale, scheme, "forced-");
      looks.at("1-welcome");
      settings(visit.page());
      looks.at("2-settings");
      visit.page().locator("kepu-settings .back").click();
      answer(visit.page(), looks);
      report(visit.page(), looks);
      assertThat(looks.faults()).isEmpty();
    }
  }

  /** A reader whose browser's own text has 32 px. */
  @ParameterizedTest
  @CsvSource({"milu, zh-CN, LIGHT", "nature, zh-TW, DARK", "planetarium, en, LIGHT"})
  void nothingIsCutOffWhereTextIsTwiceAsLarge(String venue, String locale, ColorScheme scheme) {
    try (Visit visit = Visit.of(390, 844, locale, scheme)) {
      Page page = visit.page();
      visit.largeText(32);
      Looks looks = open(visit, venue, locale, scheme, "twice-", Reach::cutText);
      assertThat(page.locator("kepu-composer textarea")).hasCSS("font-size", "32px");
      looks.at("1-welcome");
      settings(page);
      looks.at("2-settings");
      page.locator("kepu-settings .back").click();
      answer(page, looks);
      report(page, looks);
      assertThat(looks.faults()).isEmpty();
    }
  }

  @Test
  void nothingMovesForWhoWantsNoMotion() {
    try (Visit visit = Visit.of(390, 844, "zh-CN", ColorScheme.LIGHT)) {
      Page page = visit.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      Looks looks = open(visit, "milu", "zh-CN", ColorScheme.LIGHT, "still-", Reach::moving);
      looks.at("1-welcome");
      page.route("**/api/v1/chat", route -> {}); // nobody answers
      looks.ask("麋鹿为什么叫“四不像”？");
      assertThat(page.locator(".progress")).isVisible();
      looks.at("2-waiting");
      page.locator("kepu-composer .stop").click();
      looks.at("3-stopped");
      assertThat(looks.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"inline, milu, zh-CN, LIGHT", "page, planetarium, en, DARK"})
  void looksRightInThePage(String mode, String venue, String locale, ColorScheme scheme) {
    try (Visit visit = Visit.of(1280, 860, locale, scheme)) {
      Page page = visit.page();
      page.route("**/host", route -> route.fulfill(hostOf(mode, venue, locale)));
      page.navigate("http://localhost:" + port + "/host");
      Looks looks = new Looks(visit, "widget-%s-".formatted(mode));
      assertThat(page.locator("kepu-suggestions button").first()).isVisible(PATIENTLY);
      looks.at("1-welcome");
      answer(page, looks);
      assertThat(looks.faults()).isEmpty();
    }
  }

  private static void settle(Page page, Looks looks) {
    settings(page);
    looks.at("2-settings");
    page.locator("kepu-settings input[value=more]").check(forced());
    looks.at("3-high-contrast");
    page.locator("kepu-settings input[value=normal]").check(forced());
    page.locator("kepu-settings .back").click();
  }

  private static void failInEveryWay(Page page, Looks looks) {
    page.clock().install();
    page.route("**/api/v1/chat", route -> {}); // nobody answers
    looks.ask("麋鹿为什么叫“四不像”？");
    assertThat(page.locator(".progress")).isVisible();
    looks.at("4-waiting");
    page.clock().fastForward(9_000);
    looks.at("5-slow");
    page.locator("kepu-composer .stop").click();
    page.unroute("**/api/v1/chat");
    looks.at("6-stopped");
    looks.next(new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "20")));
    retry(page);
    looks.at("7-busy");
    looks.next(new Route.FulfillOptions().setStatus(500));
    retry(page);
    looks.at("8-server-fails");
    page.route("**/api/v1/chat", Route::abort, new Page.RouteOptions().setTimes(1));
    retry(page);
    looks.at("9-unreachable");
    page.locator("kepu-composer textarea").fill("麋鹿为什么叫“四不像”？".repeat(60));
    looks.at("a-too-long");
    page.locator("kepu-composer textarea").fill("");
    looks.nextBegins();
    page.locator(".ending .retry").click();
    assertThat(page.locator("kepu-answer .sentence")).isVisible();
    looks.at("b-streaming");
    page.locator("kepu-composer .stop").click();
    page.locator("kepu-chat .header button").first().click();
  }

  private static void answer(Page page, Looks looks) {
    looks.askAndWait("麋鹿为什么叫“四不像”？");
    page.locator("kepu-picture .open").last().scrollIntoViewIfNeeded();
    looks.at("c-answer");
    page.locator("kepu-picture .open").last().click();
    looks.at("d-picture");
    page.locator("kepu-picture dialog[open] .close").click();
    page.locator(".sources button").last().click();
    assertThat(page.locator("kepu-source-view mark").first()).isVisible(PATIENTLY);
    looks.at("e-source");
    page.locator("kepu-source-view .back").click();
  }

  private static void report(Page page, Looks looks) {
    page.locator("kepu-feedback .votes button").last().click();
    page.locator("kepu-correction .wrong").last().click();
    page.locator("kepu-correction .send").scrollIntoViewIfNeeded();
    looks.at("f-report");
    page.locator("kepu-correction textarea").fill("我记得是春天");
    page.locator("kepu-correction .send").click();
    assertThat(page.locator("kepu-correction .received")).isVisible(PATIENTLY);
    page.locator("kepu-correction .received").scrollIntoViewIfNeeded();
    looks.at("g-ticket");
  }

  private static void answerOtherwise(Page page, Looks looks, String locale) {
    looks.next(
        new Route.FulfillOptions()
            .setContentType("text/event-stream")
            .setBody(Looks.ANSWER_WITHOUT_SOURCE));
    looks.askAndWait("麋鹿会弹琴吗？");
    looks.at("h-no-source");
    looks.ask("怎样做炸弹？");
    ended(page, looks, "i-refused");
    looks.ask("我不想活了");
    ended(page, looks, "j-crisis");
    page.route("**/media/**", Route::abort);
    page.reload();
    page.evaluate(LOOK, locale);
    page.locator("kepu-chat .bubble").click();
    page.locator("kepu-picture").scrollIntoViewIfNeeded(); // what is not seen is not loaded
    assertThat(page.locator("kepu-picture .missing")).isVisible();
    looks.at("k-picture-missing");
  }

  private static void ended(Page page, Looks looks, String state) {
    assertThat(page.locator("kepu-composer .stop")).isVisible();
    assertThat(page.locator("kepu-composer .stop"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
    looks.at(state);
  }

  private static void retry(Page page) {
    page.locator(".ending .retry").click();
    assertThat(page.locator(".ending.failed")).isVisible();
  }

  private Looks open(
      Visit visit,
      String venue,
      String locale,
      ColorScheme scheme,
      String kind,
      Looks.Check... checks) {
    Page page = visit.page();
    String name =
        "widget-%s%s-%s-%s-%d-"
            .formatted(kind, venue, locale, scheme, page.viewportSize().width)
            .toLowerCase(Locale.ROOT);
    page.navigate("http://localhost:" + port + "/#/" + venue);
    page.evaluate(LOOK, locale);
    page.locator("kepu-chat .bubble").click();
    assertThat(page.locator("kepu-suggestions button").first()).isVisible(PATIENTLY);
    return new Looks(visit, name, checks);
  }

  private static Route.FulfillOptions hostOf(String mode, String venue, String locale) {
    return new Route.FulfillOptions()
        .setContentType("text/html; charset=utf-8")
        .setBody(
            """
            <!doctype html><html lang="%4$s"><meta charset="utf-8"><title>host</title>
            <link rel="icon" href="data:,"><style>body { margin: 0 } h1 { position: absolute; clip-path: inset(50%%) }</style>
            <script type="module" src="/widget/kepu-chat.js"></script>
            <main><h1>host</h1><kepu-chat mode="%1$s" venue="%2$s" locale="%3$s" theme="auto"></kepu-chat></main>
            """
                .formatted(mode, venue, locale, locale));
  }

  private static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }

  private static void settings(Page page) {
    page.locator("kepu-chat .settings").click();
    assertThat(page.locator("kepu-settings .back")).isVisible();
  }
}
