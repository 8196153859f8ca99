package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.browser.Looks.PATIENTLY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every state of a terminal, upright and lying, in three languages and both themes: axe finds
 * nothing of any weight in it, every target is wide enough, every text large enough, what is low is
 * within reach, and its picture is in {@code target/screenshots} to be looked at.
 */
@ServiceTest
// Hundreds of pages take minutes: not with every build.
@EnabledIfSystemProperty(named = "kepu.states", matches = "true")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KioskStatesIT {

  @LocalServerPort private int port;

  /**
   * Screens of 43 inches upright and 55 lying, whose lower edge is at 70 cm, and one of 55 upright
   * that hangs lower.
   *
   * @param low where the screen's lower edge is and how high it is, in cm; nothing where the
   *     terminal is not low
   */
  @ParameterizedTest(name = "{0} {1} {2} {3} × {4} {5} {6}")
  @CsvSource({
    "milu, zh-CN, LIGHT, 1080, 1920, general,",
    "planetarium, zh-CN, DARK, 1920, 1080, child,",
    "nature, zh-TW, LIGHT, 1080, 1920, elder, 70 95",
    "milu, zh-TW, DARK, 1920, 1080, general, 70 68",
    "nature, en, LIGHT, 1920, 1080, elder,",
    "planetarium, en, DARK, 1080, 1920, elder, 40 121",
    "planetarium, zh-CN, LIGHT, 2160, 3840, general, 70 95",
    "nature, en, DARK, 3840, 2160, elder, 70 68"
  })
  void lookRight(
      String venue,
      String locale,
      ColorScheme scheme,
      int width,
      int height,
      String audience,
      String low) {
    boolean large = audience.equals("elder");
    String hangs = "";
    List<Looks.Check> checks = new ArrayList<>(onScreen(large));
    if (low != null) {
      int bottom = Integer.parseInt(low.split(" ")[0]);
      int centimetres = Integer.parseInt(low.split(" ")[1]);
      checks.add(page -> Reach.outOfReach(page, bottom, centimetres));
      hangs = "&low" + (bottom == 70 ? "" : "&bottom=%d&height=%d".formatted(bottom, centimetres));
    }
    try (Visit visit = Visit.of(width, height, locale, scheme)) {
      String name =
          "kiosk-%s-%s-%s-%s-%d×%d-".formatted(venue, locale, scheme, audience, width, height);
      Looks looks =
          new Looks(visit, name.toLowerCase(Locale.ROOT), checks.toArray(Looks.Check[]::new));
      Page page = visit.page();
      page.navigate(
          "http://localhost:%d/kiosk?terminal=t&venue=%s&locale=%s&audience=%s%s"
              .formatted(port, venue, locale, audience, hangs));
      comeAndGo(page, looks);
      type(page, looks);
      ask(page, looks);
      read(page, looks);
      report(page, looks);
      operate(page, looks);
      visit.context().setOffline(true);
      assertThat(page.locator(".offline")).isVisible();
      looks.at("h-offline");
      assertThat(looks.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void lookRightWhilePaired(ColorScheme scheme) {
    try (Visit visit = Visit.of(1080, 1920, "zh-CN", scheme)) {
      Looks looks =
          new Looks(
              visit, "kiosk-pairing-" + scheme + "-", onScreen(false).toArray(Looks.Check[]::new));
      Page page = visit.page();
      page.navigate("http://localhost:" + port + "/kiosk");
      assertThat(page.locator("kepu-keypad")).isVisible(PATIENTLY);
      looks.at("1-asked");
      enter(page, "00000000");
      assertThat(page.locator("kepu-keypad .trouble")).not().isEmpty();
      looks.at("2-wrong");
      assertThat(looks.faults()).isEmpty();
    }
  }

  private static List<Looks.Check> onScreen(boolean large) {
    return List.of(
        page -> Reach.tooSmall(page, 60), page -> Reach.smallText(page, large), Reach::cutOff);
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static void comeAndGo(Page page, Looks looks) {
    // In the tightest band there is room for the way in alone.
    assertThat(page.locator(".start")).isVisible(PATIENTLY);
    page.locator(".drift button").first().waitFor(attached());
    looks.at("1-attract");
    page.locator(".start").click();
    assertThat(page.locator(".questions button")).hasCount(6);
    looks.at("2-questions");
    page.evaluate("document.querySelector('kepu-kiosk').times = { idleMs: 0, countdownMs: 9e5 }");
    assertThat(page.locator(".warning")).isVisible();
    looks.at("3-countdown");
    page.evaluate("document.querySelector('kepu-kiosk').times = { idleMs: 9e5, countdownMs: 9e5 }");
    page.locator(".stay").click();
  }

  private static void type(Page page, Looks looks) {
    page.locator("kepu-composer textarea").click();
    for (String letter : "milu".split("")) {
      page.locator("kepu-keyboard").getByRole(AriaRole.BUTTON, named(letter)).click();
    }
    assertThat(page.locator(".candidate").first()).isVisible();
    looks.at("4-keyboard");
    page.locator(".candidate").first().click();
  }

  private static void ask(Page page, Looks looks) {
    page.route("**/api/v1/chat", route -> {}); // nobody answers
    looks.ask("麋鹿为什么叫“四不像”？");
    assertThat(page.locator(".progress")).isVisible();
    looks.at("5-waiting");
    page.locator("kepu-composer .stop").click();
    page.unroute("**/api/v1/chat");
    looks.next(new Route.FulfillOptions().setStatus(500));
    page.locator(".retry").click();
    assertThat(page.locator(".ending.failed")).isVisible();
    looks.at("6-failed");
    page.locator(".retry").click();
    assertThat(page.locator("kepu-correction .wrong")).isVisible(PATIENTLY);
    looks.at("7-answer");
  }

  private static void read(Page page, Looks looks) {
    page.locator("kepu-picture .open").first().click();
    looks.at("8-picture");
    page.locator("kepu-picture dialog .close").click();
    page.locator(".sources button").first().click();
    assertThat(page.locator("kepu-source-view mark").first()).isVisible(PATIENTLY);
    looks.at("9-source");
    page.locator("kepu-source-view .back").click();
    page.locator(".next button").nth(-2).click();
    assertThat(page.locator("kepu-take-along svg path").first()).isVisible(PATIENTLY);
    looks.at("a-take-along");
    page.locator("kepu-take-along dialog button").click();
  }

  private static void report(Page page, Looks looks) {
    page.locator("kepu-correction .wrong").click();
    page.locator("kepu-correction textarea").click();
    assertThat(page.locator("kepu-keyboard")).isVisible();
    page.locator("kepu-correction textarea").scrollIntoViewIfNeeded();
    looks.at("b-correction");
    page.locator("kepu-correction textarea").fill("不对");
    page.locator("kepu-keyboard .send").click();
    assertThat(page.locator("kepu-correction .received")).isVisible(PATIENTLY);
    page.locator("kepu-correction .received").scrollIntoViewIfNeeded();
    looks.at("c-ticket");
  }

  private static void operate(Page page, Looks looks) {
    page.locator("button.emblem").hover();
    page.mouse().down();
    assertThat(page.locator("kepu-operator dialog")).isVisible();
    page.mouse().up();
    looks.at("d-operator");
    enter(page, "111111");
    assertThat(page.locator("kepu-keypad .trouble")).not().isEmpty();
    looks.at("e-wrong-code");
    enter(page, "204857");
    assertThat(page.locator("kepu-operator .ways")).isVisible(PATIENTLY);
    looks.at("f-operator-open");
    page.locator("kepu-operator .back").click();
  }

  private static void enter(Page page, String code) {
    for (String digit : code.split("")) {
      page.locator("kepu-keypad .keys").getByRole(AriaRole.BUTTON, named(digit)).click();
    }
    page.locator("kepu-keypad .enter").click();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
