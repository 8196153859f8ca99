package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every state of widget and kiosk, in three languages, both themes and several sizes: axe finds
 * nothing of any weight in it, and its picture is in {@code target/screenshots} to be looked at.
 */
@ServiceTest
// Hundreds of pages take minutes: not with every build.
@EnabledIfSystemProperty(named = "kepu.states", matches = "true")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StatesIT {

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  @LocalServerPort private int port;
  private final List<String> violations = new ArrayList<>();

  @ParameterizedTest(name = "{0} {1} {2} {3} × {4}")
  @CsvSource({
    "milu, zh-CN, light, 1280, 860",
    "milu, zh-CN, dark, 390, 844",
    "nature, zh-TW, dark, 1280, 860",
    "nature, zh-TW, light, 390, 844",
    "planetarium, en, light, 1280, 860",
    "planetarium, en, dark, 390, 844"
  })
  void ofTheWidget(String venue, String locale, String theme, int width, int height) {
    try (Visit visit = new Visit(width, height, locale)) {
      String name = "widget-%s-%s-%s-%d-".formatted(venue, locale, theme, width);
      Page page = visit.page();
      page.navigate("http://localhost:" + port + "/#/" + venue);
      page.evaluate(
          "([locale, theme]) => Object.assign(document.querySelector('kepu-chat'), { locale, theme })",
          List.of(locale, theme));
      page.locator("kepu-chat .bubble").click();
      assertThat(page.locator("kepu-suggestions button").first()).isVisible(PATIENTLY);
      look(visit, name + "1-welcome");

      page.locator("kepu-chat .settings").click();
      look(visit, name + "2-settings");
      page.locator("kepu-settings input[value=more]").check(forced());
      look(visit, name + "3-high-contrast");
      page.locator("kepu-settings input[value=normal]").check(forced());
      page.locator("kepu-settings .back").click();

      page.route("**/api/v1/chat", route -> {}); // nobody answers
      ask(page, "麋鹿为什么叫“四不像”？");
      assertThat(page.locator(".progress")).isVisible();
      look(visit, name + "4-waiting");
      page.locator("kepu-composer .stop").click();
      page.unroute("**/api/v1/chat");
      look(visit, name + "5-stopped");

      page.route("**/api/v1/chat", Route::abort, once());
      ask(page, "麋鹿为什么叫“四不像”？");
      assertThat(page.locator(".ending.failed")).isVisible();
      look(visit, name + "6-failed");
      page.locator(".ending.failed .retry").click();

      assertThat(page.locator("kepu-correction .wrong")).isVisible(PATIENTLY);
      page.locator("kepu-picture .open").first().scrollIntoViewIfNeeded();
      look(visit, name + "7-answer");
      page.locator("kepu-picture .open").first().click();
      look(visit, name + "8-picture");
      page.locator("kepu-picture dialog .close").click();
      page.locator("kepu-feedback .votes button").last().click();
      page.locator("kepu-correction .wrong").click();
      page.locator("kepu-correction .send").scrollIntoViewIfNeeded();
      look(visit, name + "9-report");
      page.locator(".sources button").first().click();
      assertThat(page.locator("kepu-source-view mark").first()).isVisible(PATIENTLY);
      look(visit, name + "a-source");
      page.locator("kepu-source-view .back").click();

      visit.context().setOffline(true);
      assertThat(page.locator("kepu-chat .offline")).isVisible();
      look(visit, name + "b-offline");
    }
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2} × {3}")
  @CsvSource({
    "milu, zh-CN, 1080, 1920, general, false",
    "planetarium, zh-CN, 1920, 1080, child, false",
    "nature, zh-TW, 1080, 1920, elder, true",
    "nature, en, 1920, 1080, elder, false",
    "milu, en, 1080, 1920, elder, false",
    "planetarium, zh-CN, 2160, 3840, general, true",
    "milu, zh-CN, 3840, 2160, child, true"
  })
  void ofTheKiosk(
      String venue, String locale, int width, int height, String audience, boolean low) {
    try (Visit visit = new Visit(width, height, locale)) {
      String name = "kiosk-%s-%s-%s-%d×%d-".formatted(venue, locale, audience, width, height);
      Page page = visit.page();
      page.navigate(
          "http://localhost:%d/kiosk?terminal=t&venue=%s&locale=%s&audience=%s%s"
              .formatted(port, venue, locale, audience, low ? "&low" : ""));
      assertThat(page.locator(".drift button").first()).isVisible(PATIENTLY);
      look(visit, name + "1-attract");
      page.locator(".start").click();
      assertThat(page.locator(".questions button")).hasCount(6);
      look(visit, name + "2-questions");
      page.locator("kepu-composer textarea").click();
      for (String letter : "milu".split("")) {
        page.locator("kepu-keyboard")
            .getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(letter).setExact(true))
            .click();
      }
      assertThat(page.locator(".candidate").first()).isVisible();
      look(visit, name + "3-keyboard");
      page.locator(".candidate").first().click();
      page.locator("kepu-composer textarea").fill("麋鹿为什么叫“四不像”？");
      page.locator("kepu-keyboard .send").click();
      assertThat(page.locator("kepu-correction .wrong")).isVisible(PATIENTLY);
      look(visit, name + "4-answer");
      page.locator(".sources button").first().click();
      assertThat(page.locator("kepu-source-view mark").first()).isVisible(PATIENTLY);
      look(visit, name + "5-source");
      page.locator("kepu-source-view .back").click();
      page.locator("button.emblem").hover();
      page.mouse().down();
      assertThat(page.locator("kepu-operator dialog")).isVisible();
      page.mouse().up();
      look(visit, name + "6-operator");
      page.keyboard().press("Escape");
      visit.context().setOffline(true);
      assertThat(page.locator(".offline")).isVisible();
      look(visit, name + "7-offline");
      visit.context().setOffline(false);
      assertThat(page.locator(".offline")).isHidden();
      page.evaluate(
          "document.querySelector('kepu-kiosk').times = { idleMs: 100, countdownMs: 60000 }");
      // Who has typed is not asked for half a minute.
      assertThat(page.locator(".warning"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      look(visit, name + "8-countdown");
    }
    assertThat(violations).isEmpty();
  }

  private void look(Visit visit, String state) {
    visit.page().waitForTimeout(300); // what fades in is half transparent before
    visit.picture(state);
    visit.violations().forEach(violation -> violations.add(state + " " + violation));
    cutOff(visit.page()).forEach(cut -> violations.add(state + " leaves the screen: " + cut));
  }

  /** What is touched must be on the screen whole, and nobody scrolls a keyboard. */
  private static List<String> cutOff(Page page) {
    Object cut =
        page.evaluate(
            """
            () => {
              const cut = [];
              const look = (root) => root.querySelectorAll('*').forEach((element) => {
                if (element.shadowRoot) look(element.shadowRoot);
                if (!element.matches('kepu-keyboard, kepu-keypad, kepu-composer, dialog button')) return;
                const { top, bottom, height } = element.getBoundingClientRect();
                if (height > 0 && (top < -1 || bottom > innerHeight + 1))
                  cut.push(`${element.localName}.${element.className} ${Math.round(top)} to ${Math.round(bottom)}`);
              });
              look(document);
              return cut;
            }
            """);
    return ((List<?>) cut).stream().map(String::valueOf).toList();
  }

  private static void ask(Page page, String question) {
    page.locator("kepu-composer textarea").fill(question);
    page.keyboard().press("Enter");
  }

  private static Page.RouteOptions once() {
    return new Page.RouteOptions().setTimes(1);
  }

  private static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }
}
