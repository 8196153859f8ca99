package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A visitor at the demonstration page, in a real browser, against the real service. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationPageIT {

  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final Path PICTURES = Path.of("target", "screenshots");

  @LocalServerPort private int port;

  private Playwright playwright;
  private Browser browser;
  private BrowserContext visitor;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void openBrowser() {
    playwright = Playwright.create();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
    playwright.close();
  }

  @BeforeEach
  void visit() {
    open(1280, 860);
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void aVisitorAsksReadsTheFirstSentenceAndOpensItsSource() {
    ask(QUESTION);

    assertThat(page.getByText("麋鹿被叫作“四不像”").first()).isVisible();
    assertThat(page.getByText("人工智能生成").first()).isVisible();
    assertThat(page.locator("figure img").first()).isVisible();
    assertThat(page.locator(".answer").first()).hasAttribute("aria-busy", "false");
    picture("answer");

    page.getByRole(AriaRole.BUTTON, named("来源 1")).first().click();

    Locator quote = page.locator("mark").first();
    assertThat(quote).isVisible();
    assertThat(quote).containsText("麋鹿被叫作“四不像”");
    picture("source");
    assertThat(complaints).as("what the browser's console complained about").isEmpty();
  }

  @Test
  void withoutASourceTheAssistantSaysSo() {
    ask("量子计算机多少钱一台？");

    assertThat(page.getByText("没有找到可靠的依据").first()).isVisible();
  }

  @Test
  void theKeyboardAloneIsEnough() {
    page.getByRole(AriaRole.BUTTON, named("科普助手")).last().focus();
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.TEXTBOX)).isFocused();

    page.keyboard().type("木星有多大？");
    page.keyboard().press("Enter");

    assertThat(page.getByText("木星的赤道直径").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.TEXTBOX)).isHidden();
  }

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({"1280, 860", "390, 844"})
  void axeFindsNothingWithAnAnswerAndASourceOpen(int width, int height) {
    visitor.close();
    open(width, height);
    ask(QUESTION);
    assertThat(page.getByText("麋鹿被叫作“四不像”").first()).isVisible();
    assertThat(violations()).as("an answer").isEmpty();

    page.getByRole(AriaRole.BUTTON, named("来源 1")).first().click();
    assertThat(page.locator("mark").first()).isVisible();
    assertThat(violations()).as("a source").isEmpty();
  }

  /** Their pictures are in {@code target/screenshots} to be looked at. */
  @ParameterizedTest(name = "{0} {1} {2} × {3} {4}")
  @CsvSource({
    "nature, zh-CN, 1440, 900, LIGHT",
    "nature, zh-TW, 390, 844, DARK",
    "nature, en, 820, 1180, LIGHT",
    "planetarium, zh-CN, 820, 1180, DARK",
    "planetarium, zh-TW, 1440, 900, LIGHT",
    "planetarium, en, 390, 844, LIGHT",
    "milu, zh-CN, 390, 844, LIGHT",
    "milu, zh-TW, 820, 1180, LIGHT",
    "milu, en, 1440, 900, DARK"
  })
  void axeFindsNothingAtAnyVenueInAnyLanguageNorOnThePageForEmbedding(
      String venue, String language, int width, int height, ColorScheme colours) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    for (String path : List.of("/", "/embed")) {
      page.navigate(address(path + "?lang=" + language + "#/" + venue));
      assertThat(page.locator("html")).hasAttribute("data-venue", venue);
      assertThat(page.frames().getLast().locator("kepu-chat .bubble")).isVisible();
      picture("site%s-%s-%s-%d".formatted(path.replace('/', '-'), venue, language, width));

      assertThat(violations()).as(path).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("what is cut off at the side")
          .isEqualTo(0);
    }
    assertThat(complaints).as("what the browser's console complained about").isEmpty();
  }

  @Test
  void eachVenueHasAnAddressAndTheWidgetAndItsConversationFollow() {
    ask("麋鹿吃什么？");
    assertThat(page.locator("kepu-answer")).hasCount(1);
    page.keyboard().press("Escape");

    page.getByRole(AriaRole.NAVIGATION).getByText("天文馆").click();
    assertIsAt("planetarium", "天文馆");
    page.getByRole(AriaRole.BUTTON, named("科普助手")).last().click();
    assertThat(page.locator("kepu-answer")).hasCount(0);
    page.keyboard().press("Escape");

    page.locator(".others").getByText("自然博物馆").click();
    assertIsAt("nature", "自然博物馆");
    page.goBack();
    assertIsAt("planetarium", "天文馆");
    page.goBack();
    assertIsAt("milu", "麋鹿苑");
    page.getByRole(AriaRole.BUTTON, named("科普助手")).last().click();
    assertThat(page.locator("kepu-answer")).hasCount(1);

    page.navigate(address("/#/nature"));
    assertIsAt("nature", "自然博物馆");
  }

  @Test
  void theLanguageIsKeptFromPageToPage() {
    page.getByLabel("繁體中文").click();
    assertThat(page.locator("h1")).containsText("水邊的鹿");
    assertThat(page.locator("kepu-chat .bubble")).containsText("問問科普助手");
    page.locator("[data-embed]").click();
    assertThat(page).hasURL(Pattern.compile("/embed\\?lang=zh-TW#/milu"));
    assertThat(page.locator("h1")).containsText("請到你的網頁上");
    page.getByRole(AriaRole.NAVIGATION).getByText("天文館").click();
    assertIsAt("planetarium", "天文館");

    page.navigate(address("/"));
    assertThat(page.locator("html")).hasAttribute("lang", "zh-TW");
  }

  @Test
  void thePageForEmbeddingCopiesWhatItShowsForEachChoice() {
    visitor.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    assertThat(visitor.request().get(address("/embed")).headers())
        .containsEntry("cache-control", "no-cache");
    page.navigate(address("/embed#/milu"));
    page.locator("input[value=inline]").check();
    page.locator("input[name=locale][value=en]").check();
    page.getByLabel("网站编号").fill("museum-2");

    assertThat(copiedBeside("snippet"))
        .isEqualTo(
            "<script type=\"module\" src=\"%s/widget/kepu-chat.js\"></script>\n<kepu-chat site=\"museum-2\" venue=\"milu\" locale=\"en\" mode=\"inline\"></kepu-chat>"
                .formatted(address("")));
    assertThat(page.frames().getLast().locator("kepu-chat .panel")).hasAttribute("lang", "en");
    assertThat(copiedBeside("registration"))
        .isEqualTo(
            "KEPU_WEB_SITES_0_ID=museum-2\nKEPU_WEB_SITES_0_ORIGINS=https://www.example.org\nKEPU_WEB_SITES_0_VENUE=milu");

    page.getByLabel("网站编号").fill("Our Museum");
    assertThat(page.getByText("只用小写字母")).isVisible();
    assertThat(page.locator("[data-copy=snippet]")).isDisabled();
  }

  private String copiedBeside(String code) {
    Locator button = page.locator("[data-copy=" + code + "]");
    button.click();
    assertThat(button).hasText("已复制");
    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(copied).isEqualTo(page.locator("[data-code=" + code + "]").textContent());
    return copied;
  }

  private void assertIsAt(String venue, String name) {
    assertThat(page).hasURL(Pattern.compile("#/" + venue + "$"));
    assertThat(page).hasTitle(Pattern.compile("^" + name));
    assertThat(page.locator(".kicker")).hasText(name);
    assertThat(page.locator("kepu-chat")).hasAttribute("venue", venue);
  }

  private void open(int width, int height) {
    visitor =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
    page = visitor.newPage();
    complaints.clear();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate(address("/#/milu"));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private void ask(String question) {
    page.getByRole(AriaRole.BUTTON, named("科普助手")).last().click();
    page.getByRole(AriaRole.TEXTBOX).fill(question);
    page.keyboard().press("Enter");
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream().map(CheckedNode::getTarget).toList())
            .toList();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(name));
  }
}
