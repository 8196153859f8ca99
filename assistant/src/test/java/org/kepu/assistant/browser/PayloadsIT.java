package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * 6,613 payloads of cross-site scripting and the examples of CommonMark, as answers, as titles and
 * as quotes: each is shown as it was written, nothing of it runs, and no request leaves the page
 * but to the service.
 *
 * <p>Looked at without the pages' policy, under which what gets in would run, and with it, which
 * reports what would have run. Besides, a batch of payloads may bring forth no element and no
 * attribute that harmless words do not.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(
    named = "KEPU_EVAL_DATA",
    matches = ".+",
    disabledReason = "KEPU_EVAL_DATA does not name the folder of data sets, which holds the payloads")
class PayloadsIT {

  private static final int BATCH = 300;
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

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

  /** The sentences that are shown, of all answers. */
  private static final String SENTENCES =
      """
      () => {
        const said = [];
        const walk = (node) => {
          if (node.classList?.contains('sentence')) said.push(node.textContent);
          if (node.shadowRoot) walk(node.shadowRoot);
          node.childNodes.forEach(walk);
        };
        walk(document.body);
        return said;
      }
      """;

  /** A source view for each text, with its document and without. */
  private static final String SOURCES =
      """
      async (texts) => {
        await customElements.whenDefined('kepu-source-view');
        document.querySelector('#views')?.remove();
        // Not laid out: each view scrolls to its quote, which takes long in a page of hundreds.
        const views = Object.assign(document.createElement('div'), { id: 'views', hidden: true });
        document.body.append(views);
        const all = texts.flatMap((text) => [true, false].map((there) => {
          const view = document.createElement('kepu-source-view');
          view.citation = { index: 1, documentId: 'd', documentVersion: 'v', title: text, heading: text,
            quote: text, start: text.length + 1, end: 2 * text.length + 1, page: 2, url: text, source: text,
            licence: text, reviewedOn: text };
          const found = { id: 'd', version: 'v', title: text, text: text + '\\n' + text + '\\n' + text,
            sections: [{ heading: text, level: 2, start: 0, end: 3 * text.length + 2 }],
            sources: [text], licence: text, reviewedOn: text, url: text };
          view.client = { apiBase: '', document: async () => { if (there) return found; throw Error('away'); } };
          views.append(view);
          return view;
        }));
        await new Promise((done) => setTimeout(done));
        await Promise.all(all.map((view) => view.updateComplete));
        return all.map((view) => [view.shadowRoot.querySelector('h2').textContent,
          [...view.shadowRoot.querySelectorAll('mark')].map((mark) => mark.textContent).join('\\n')]);
      }
      """;

  private static List<String> payloads = List.of();

  @LocalServerPort private int port;

  @BeforeAll
  static void read() {
    payloads = Payloads.all();
    assertThat(payloads).hasSizeGreaterThan(6_613 + 1_200);
  }

  @ParameterizedTest(name = "with the page''s policy: {0}")
  @ValueSource(booleans = {false, true})
  void inTheWidget(boolean policy) {
    try (Trap trap = new Trap(policy)) {
      compareWithHarmlessWords(trap, batch -> askTheWidget(trap, batch));
      // What is kept over a reload comes back through another door.
      trap.page.reload();
      trap.page.locator("kepu-chat .bubble").click();
      assertThat(trap.page.locator("kepu-correction .wrong")).isVisible(PATIENTLY);
      trap.assertQuiet();
    }
  }

  @Test
  void inTheKiosk() {
    try (Trap trap = new Trap(false)) {
      compareWithHarmlessWords(trap, batch -> askTheKiosk(trap, batch));
    }
  }

  @ParameterizedTest(name = "with the page''s policy: {0}")
  @ValueSource(booleans = {false, true})
  void inTheSourceView(boolean policy) {
    try (Trap trap = new Trap(policy)) {
      trap.page.navigate(address("/#/milu"));
      compareWithHarmlessWords(trap, batch -> showSources(trap, batch));
    }
  }

  private interface Showing {
    void show(List<String> batch);
  }

  private void compareWithHarmlessWords(Trap trap, Showing showing) {
    showing.show(IntStream.range(0, BATCH).mapToObj(i -> "麋鹿，第" + i + "只").toList());
    TreeSet<String> harmless = trap.shapes();
    // A payload may be an address that is safe to follow.
    harmless.addAll(List.of("a", "a@href", "a@href of http:", "a@target", "a@rel"));
    assertThat(harmless).hasSizeGreaterThan(20);
    for (int from = 0; from < payloads.size(); from += BATCH) {
      showing.show(payloads.subList(from, Math.min(from + BATCH, payloads.size())));
      TreeSet<String> more = trap.shapes();
      more.removeAll(harmless);
      assertThat(more).as("elements and attributes that payloads %d… made", from).isEmpty();
      trap.assertQuiet();
    }
  }

  private void askTheWidget(Trap trap, List<String> batch) {
    Page page = trap.page;
    answer(page, batch);
    page.navigate(address("/#/milu"));
    page.evaluate("sessionStorage.clear()");
    page.reload();
    page.locator("kepu-chat .bubble").click();
    page.locator("kepu-composer textarea").fill(batch.getFirst().strip());
    page.keyboard().press("Enter");
    shown(page, batch);
  }

  private void askTheKiosk(Trap trap, List<String> batch) {
    Page page = trap.page;
    answer(page, batch);
    page.navigate(address("/kiosk?terminal=t&venue=milu"));
    page.locator(".start").click();
    page.locator("kepu-composer textarea").click();
    page.locator("kepu-composer textarea").fill("麋鹿？");
    page.locator("kepu-keyboard .send").click();
    shown(page, batch);
  }

  private void showSources(Trap trap, List<String> batch) {
    List<?> seen = (List<?>) trap.page.evaluate(SOURCES, batch);
    for (int i = 0; i < batch.size(); i++) {
      String payload = batch.get(i);
      assertThat(seen.get(2 * i)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .first().isEqualTo(payload);
      assertThat(seen.get(2 * i + 1)).isEqualTo(List.of(payload, payload));
    }
  }

  /** The service's next answer has a sentence, a source and a quote of each text. */
  private static void answer(Page page, List<String> batch) {
    String body =
        event("accepted", Map.of("conversationId", "c-1", "answerId", "a-1"))
            + IntStream.range(0, batch.size())
                .mapToObj(i -> sentence(i, batch.get(i)) + citation(i, batch.get(i)))
                .collect(Collectors.joining())
            + event(
                "illustration",
                Map.of("url", "/media/milu.svg", "alt", batch.get(0), "credit", batch.get(1)))
            + event("suggestions", batch.subList(0, 8))
            + event(
                "done",
                Map.of(
                    "outcome", "answered",
                    "generatedBy", "llm:" + batch.get(2),
                    "aiLabel", batch.get(3),
                    "timings", Map.of()));
    page.unrouteAll();
    page.route(
        "**/api/v1/chat",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/event-stream").setBody(body)));
    page.route(
        "**/api/v1/suggestions*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        JSON.writeValueAsString(Map.of("suggestions", batch.subList(0, 8))))));
    page.route(
        "**/media/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("image/svg+xml")
                    .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")));
  }

  private static String sentence(int index, String text) {
    return event("sentence", Map.of("index", index, "text", text, "citations", List.of(index + 1)));
  }

  private static String citation(int index, String text) {
    return event(
        "citation",
        Map.ofEntries(
            Map.entry("index", index + 1),
            Map.entry("documentId", text),
            Map.entry("documentVersion", text),
            Map.entry("title", text),
            Map.entry("heading", text),
            Map.entry("quote", text),
            Map.entry("start", 0),
            Map.entry("end", text.length()),
            Map.entry("url", text),
            Map.entry("source", text),
            Map.entry("licence", text)));
  }

  private static String event(String type, Object data) {
    return "event:%s\ndata:%s\n\n".formatted(type, JSON.writeValueAsString(data));
  }

  private static void shown(Page page, List<String> batch) {
    assertThat(page.locator("kepu-correction .wrong").last()).isVisible(PATIENTLY);
    assertThat((List<?>) page.evaluate(SENTENCES)).isEqualTo(batch);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** A browser that notes whatever gets out of hand. */
  private final class Trap implements AutoCloseable {

    private final Playwright playwright = Playwright.create();
    private final Browser browser = Browsers.launch(playwright);
    private final BrowserContext context;
    private final Page page;
    private final List<String> caught = new CopyOnWriteArrayList<>();

    private Trap(boolean policy) {
      context =
          browser.newContext(
              new Browser.NewContextOptions()
                  .setBypassCSP(!policy)
                  .setViewportSize(1080, 1920)
                  .setLocale("zh-CN"));
      context.addInitScript(TRAP);
      context.onRequest(
          request -> {
            if (!request.url().startsWith(address("/")) && !request.url().startsWith("data:")) {
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

    private void follow(Frame frame) {
      if (!frame.url().startsWith(address("/"))) {
        caught.add("navigation " + frame.url());
      }
    }

    private TreeSet<String> shapes() {
      List<String> shapes = new ArrayList<>();
      ((List<?>) page.evaluate(SHAPES)).forEach(shape -> shapes.add((String) shape));
      return new TreeSet<>(shapes);
    }

    private void assertQuiet() {
      // What fails to load, or comes into view, says so a moment later.
      page.waitForTimeout(100);
      assertThat((List<?>) page.evaluate("window.__ran")).as("what ran").isEmpty();
      assertThat(caught).as("what left the page").isEmpty();
    }

    @Override
    public void close() {
      context.close();
      browser.close();
      playwright.close();
    }
  }
}
