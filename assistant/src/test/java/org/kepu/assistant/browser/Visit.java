package org.kepu.assistant.browser;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A visitor with a browser of a size and a language, who notes what its console complains about.
 */
final class Visit implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots");

  /**
   * What axe runs only when told to: of level AAA, of WCAG 2.2, and experimental. Still off is
   * {@code hidden-content}, which finds nothing but asks a person to look at whatever is hidden.
   */
  private static final List<String> OFF_BY_DEFAULT =
      List.of(
          "aria-roledescription",
          "audio-caption",
          "color-contrast-enhanced",
          "css-orientation-lock",
          "duplicate-id",
          "duplicate-id-active",
          "focus-order-semantics",
          "identical-links-same-purpose",
          "label-content-name-mismatch",
          "meta-refresh-no-exceptions",
          "p-as-heading",
          "table-fake-caption",
          "target-size",
          "td-has-header");

  private final Playwright playwright;
  private final Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(int width, int height, String locale) {
    this(new Browser.NewContextOptions().setViewportSize(width, height).setLocale(locale));
  }

  /** A visitor whose system is light or dark. */
  static Visit of(int width, int height, String locale, ColorScheme scheme) {
    return new Visit(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale(locale)
            .setColorScheme(scheme));
  }

  Visit(Browser.NewContextOptions options) {
    playwright = Playwright.create();
    browser = Browsers.launch(playwright);
    context = browser.newContext(options);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /** The reader's own size of text, as set in the browser. */
  void largeText(int pixels) {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", pixels);
    JsonObject setting = new JsonObject();
    setting.add("fontSizes", sizes);
    context.newCDPSession(page).send("Page.setFontSizes", setting);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Is a terminal from now on, by the token it was paired with, past the door's limit on tries. */
  void bears(String terminalToken) {
    context.addCookies(
        List.of(
            new Cookie("kepu_terminal", terminalToken)
                .setDomain("localhost")
                .setPath("/api/v1")
                .setHttpOnly(true)));
  }

  /** Errors in the console, an offline browser's own left out. */
  List<String> complaints() {
    return complaints.stream()
        .filter(words -> !words.contains("ERR_INTERNET_DISCONNECTED"))
        .toList();
  }

  Locator button(String name) {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)))
        .first();
  }

  /** What axe finds by itself, of whatever weight. */
  List<String> violations() {
    return found(new AxeBuilder(page));
  }

  /**
   * What axe finds, of whatever weight and level, AAA and good practice too: what visitors see has
   * to bear it. What it cannot decide is left out. That was looked at by eye: names over a
   * terminal's picture, which stand on a ground of their own, and text that a dialog covers.
   */
  List<String> violationsOfEveryLevel() {
    AxeRunOptions options = new AxeRunOptions();
    options.setRules(
        OFF_BY_DEFAULT.stream().collect(Collectors.toMap(rule -> rule, rule -> switchedOn())));
    return found(new AxeBuilder(page).options(options));
  }

  private static List<String> found(AxeBuilder axe) {
    return axe.analyze().getViolations().stream().map(Visit::described).toList();
  }

  private static AxeRuleOptions switchedOn() {
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    return on;
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
  }

  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
    browser.close();
    playwright.close();
  }
}
