package org.kepu.assistant.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A visitor with a browser of a size and a language, who notes what its console complains about.
 */
final class Visit implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(int width, int height, String locale) {
    playwright = Playwright.create();
    browser = Browsers.launch(playwright);
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale(locale));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
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

  /** What axe finds, of whatever weight. */
  List<String> violations() {
    return new AxeBuilder(page).analyze().getViolations().stream().map(Visit::described).toList();
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
