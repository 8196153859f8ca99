package org.kepu.assistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.json.JsonMapper;

/** A browser that notes whatever gets out of hand while a page shows what others wrote. */
final class Trap implements AutoCloseable {

  private static final int BATCH = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  /** Notes what payloads call, and what a policy stopped. */
  private static final String TRAP =
      """
      window.__ran = [];
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        window[name] = (...said) => { window.__ran.push(name + ' ' + said.join()); };
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        window.__ran.push(['policy', violatedDirective, blockedURI, sample].join(' ')));
      """;

  /** The elements below a document and the attributes they have, shadow roots included. */
  private static final String SHAPES =
      """
      () => {
        const shapes = new Set();
        const walk = (node) => {
          if (node.nodeType === Node.ELEMENT_NODE) {
            shapes.add(node.localName);
            for (const { name, value } of node.attributes) {
              shapes.add(node.localName + '@' + name);
              if (/^(href|src|action|formaction|xlink:href|srcdoc|data)$/.test(name)) {
                const scheme = new URL(value, document.baseURI).protocol;
                shapes.add(node.localName + '@' + name + ' of ' + scheme.replace('https', 'http'));
              }
            }
          }
          if (node.shadowRoot) walk(node.shadowRoot);
          node.childNodes.forEach(walk);
        };
        walk(document.body);
        return [...shapes];
      }
      """;

  /** The texts of all elements that fit a selector, shadow roots included. */
  private static final String SHOWN =
      """
      (selector) => {
        const shown = [];
        const walk = (node) => {
          if (node.matches?.(selector)) shown.push(node.textContent);
          if (node.shadowRoot) walk(node.shadowRoot);
          node.childNodes.forEach(walk);
        };
        walk(document.body);
        return shown;
      }
      """;

  private final String origin;
  private final Playwright playwright = Playwright.create();
  private final Browser browser = Browsers.launch(playwright);
  private final BrowserContext context;
  private final Page page;
  private final List<String> caught = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /**
   * @param origin the service's
   * @param policy whether the pages' policy holds, which would stop what gets in from running
   */
  Trap(String origin, boolean policy) {
    this.origin = origin + "/";
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBypassCSP(!policy)
                .setViewportSize(1080, 1920)
                .setLocale("zh-CN"));
    context.addInitScript(TRAP);
    context.onRequest(
        request -> {
          if (!request.url().startsWith(this.origin) && !request.url().startsWith("data:")) {
            caught.add("request " + request.url());
          }
        });
    context.onPage(other -> caught.add("page " + other.url()));
    page = context.newPage();
    caught.clear();
    page.onDialog(
        dialog -> {
          caught.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onFrameAttached(frame -> caught.add("frame " + frame.url()));
    page.onFrameNavigated(this::follow);
    page.onDownload(download -> caught.add("download " + download.url()));
  }

  Page page() {
    return page;
  }

  /**
   * What the service says from now on.
   *
   * @param bodies by path; a path that is not named goes to the service itself
   */
  void answer(Map<String, ?> bodies) {
    if (answers.isEmpty()) {
      page.route("**/api/v1/**", this::fulfil);
    }
    answers.clear();
    bodies.forEach((path, body) -> answers.put(path, JSON.writeValueAsString(body)));
  }

  private void fulfil(Route route) {
    String body = answers.get(URI.create(route.request().url()).getRawPath());
    if (body == null) {
      route.resume();
    } else {
      route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
  }

  /** The texts of the elements that fit a selector, without what stands behind their last word. */
  List<String> shown(String selector) {
    return texts(page.evaluate(SHOWN, selector));
  }

  static List<String> texts(Object evaluated) {
    return ((List<?>) evaluated).stream().map(text -> ((String) text).stripTrailing()).toList();
  }

  /** Shows a batch of texts, and returns how the page shows them. */
  interface Showing {
    List<String> show(List<String> batch);
  }

  /** Every text is shown as it is, and brings forth nothing that harmless words do not. */
  void compareWithHarmlessWords(List<String> texts, Showing showing) {
    showing.show(
        IntStream.range(0, Math.min(BATCH, texts.size())).mapToObj(i -> "麋鹿，第" + i + "只").toList());
    TreeSet<String> harmless = shapes();
    // A payload may be an address that is safe to follow.
    harmless.addAll(List.of("a", "a@href", "a@href of http:", "a@target", "a@rel"));
    assertThat(harmless).hasSizeGreaterThan(20);
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      List<String> shown = showing.show(batch);
      TreeSet<String> more = shapes();
      more.removeAll(harmless);
      SoftAssertions softly = new SoftAssertions();
      softly.assertThat(more).as("elements and attributes that a payload made").isEmpty();
      softly
          .assertThat(shown)
          .as("what is shown")
          .isEqualTo(batch.stream().map(String::stripTrailing).toList());
      assertQuiet(softly);
      softly.assertAll();
    }
  }

  /** Nothing ran, and nothing left the page. */
  void assertQuiet() {
    SoftAssertions softly = new SoftAssertions();
    assertQuiet(softly);
    softly.assertAll();
  }

  private void assertQuiet(SoftAssertions softly) {
    // What fails to load, or comes into view, says so a moment later.
    page.waitForTimeout(100);
    softly.assertThat(texts(page.evaluate("window.__ran"))).as("what ran").isEmpty();
    softly.assertThat(caught).as("what left the page").isEmpty();
  }

  private TreeSet<String> shapes() {
    return new TreeSet<>(texts(page.evaluate(SHAPES)));
  }

  private void follow(Frame frame) {
    if (!frame.url().startsWith(origin) && !frame.url().equals("about:blank")) {
      caught.add("navigation " + frame.url());
    }
  }

  @Override
  public void close() {
    context.close();
    browser.close();
    playwright.close();
  }
}
