package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
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
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("answer.png")));

    page.getByRole(AriaRole.BUTTON, named("来源 1")).first().click();

    Locator quote = page.locator("mark").first();
    assertThat(quote).isVisible();
    assertThat(quote).containsText("麋鹿被叫作“四不像”");
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("source.png")));
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
  void axeFindsNothingSeriousWithAnAnswerAndASourceOpen(int width, int height) {
    visitor.close();
    open(width, height);
    assertThat(seriousViolations()).as("the page").isEmpty();

    ask(QUESTION);
    assertThat(page.getByText("麋鹿被叫作“四不像”").first()).isVisible();
    assertThat(seriousViolations()).as("an answer").isEmpty();

    page.getByRole(AriaRole.BUTTON, named("来源 1")).first().click();
    assertThat(page.locator("mark").first()).isVisible();
    assertThat(seriousViolations()).as("a source").isEmpty();
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
    page.navigate("http://localhost:" + port + "/#/milu");
  }

  private void ask(String question) {
    page.getByRole(AriaRole.BUTTON, named("科普助手")).last().click();
    page.getByRole(AriaRole.TEXTBOX).fill(question);
    page.keyboard().press("Enter");
  }

  private List<String> seriousViolations() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Rule::toString)
            .toList();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(name));
  }
}
