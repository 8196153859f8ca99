package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    disabledReason =
        "KEPU_EVAL_DATA does not name the folder of data sets, which holds the payloads")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PayloadsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

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
        // A text whose every line stands in title and article as it is; else what stands there.
        return texts.map((text, i) => {
          const wrong = all.slice(2 * i, 2 * i + 2).filter(({ shadowRoot }) => {
            const said = shadowRoot.querySelector('article').textContent;
            return shadowRoot.querySelector('h2').textContent !== text
              || !text.split('\\n').every((line) => said.includes(line.trim()));
          });
          return wrong.length === 0 ? text : wrong[0].shadowRoot.querySelector('article').textContent;
        });
      }
      """;

  /** Answers with a sentence, a source and a quote of each text, forty an answer. */
  private static final String ANSWERS =
      """
      async (texts) => {
        await customElements.whenDefined('kepu-answer');
        document.querySelector('#answers')?.remove();
        const holder = Object.assign(document.createElement('div'), { id: 'answers', hidden: true });
        document.body.append(holder);
        const all = [];
        for (let from = 0; from < texts.length; from += 40) {
          const some = texts.slice(from, from + 40);
          const answer = document.createElement('kepu-answer');
          answer.client = { apiBase: '' };
          answer.turn = {
            request: { question: some[0] }, phase: 'done', answerId: 'a', outcome: 'answered',
            sentences: some.map((text, i) => ({ index: i, text, citations: [i + 1] })),
            citations: some.map((text, i) => ({ index: i + 1, documentId: text, documentVersion: text,
              title: text, heading: text, quote: text, start: 0, end: text.length, page: i, url: text,
              source: text, licence: text })),
            illustrations: [{ url: '/media/milu.svg', alt: some[0], credit: some[0] }],
            suggestions: some, generatedBy: 'llm:' + some[0], aiLabel: some[0],
            ticket: { number: some[0], state: some[0], reply: some[0] },
          };
          holder.append(answer);
          all.push(answer);
        }
        await Promise.all(all.map((answer) => answer.updateComplete));
        await new Promise((done) => setTimeout(done));
        return all.flatMap(({ shadowRoot }) =>
          [...shadowRoot.querySelectorAll('.sentence')].map(({ textContent }) => textContent));
      }
      """;

  @LocalServerPort private int port;

  @ParameterizedTest(name = "with the page''s policy: {0}")
  @ValueSource(booleans = {false, true})
  void inTheWidget(boolean policy) {
    try (Trap trap = new Trap(address(""), policy)) {
      Page page = trap.page();
      pictures(page);
      page.navigate(address("/#/milu"));
      assertThat(page.locator("kepu-chat .bubble")).isVisible();
      // What runs without a policy is what a policy has to stop: with it, some are enough.
      List<String> texts = Payloads.every(policy ? 4 : 1);
      trap.compareWithHarmlessWords(texts, batch -> Trap.texts(page.evaluate(ANSWERS, batch)));
      trap.compareWithHarmlessWords(texts, batch -> Trap.texts(page.evaluate(SOURCES, batch)));
    }
  }

  @Test
  void inTheKiosk() {
    try (Trap trap = new Trap(address(""), false)) {
      Page page = trap.page();
      pictures(page);
      page.navigate(address("/kiosk?terminal=t&venue=milu"));
      trap.compareWithHarmlessWords(
          Payloads.every(1), batch -> Trap.texts(page.evaluate(ANSWERS, batch)));
      trap.compareWithHarmlessWords(
          Payloads.every(1), batch -> Trap.texts(page.evaluate(SOURCES, batch)));
    }
  }

  @Test
  void inWhatIsTakenAlong() {
    try (Trap trap = new Trap(address(""), false)) {
      trap.compareWithHarmlessWords(Payloads.every(1), batch -> takeAlong(trap, batch));
    }
  }

  /** Every two hundredth goes the whole way: streamed, kept over a reload, and shown again. */
  @Test
  void onTheirWayFromTheServiceToTheWidget() {
    try (Trap trap = new Trap(address(""), false)) {
      trap.compareWithHarmlessWords(Payloads.every(200), batch -> askTheWidget(trap, batch));
      trap.page().reload();
      trap.page().locator("kepu-chat .bubble").click();
      assertThat(shown(trap))
          .isEqualTo(Payloads.every(200).stream().map(String::stripTrailing).toList());
      trap.assertQuiet();
    }
  }

  @Test
  void onTheirWayFromTheServiceToTheKiosk() {
    try (Trap trap = new Trap(address(""), false)) {
      trap.compareWithHarmlessWords(Payloads.every(200), batch -> askTheKiosk(trap, batch));
    }
  }

  private List<String> askTheWidget(Trap trap, List<String> batch) {
    Page page = trap.page();
    answer(page, batch);
    page.navigate(address("/#/milu"));
    page.evaluate("sessionStorage.clear()");
    page.reload();
    page.locator("kepu-chat .bubble").click();
    page.locator("kepu-composer textarea").fill(batch.getFirst().strip());
    page.keyboard().press("Enter");
    return shown(trap);
  }

  private List<String> askTheKiosk(Trap trap, List<String> batch) {
    Page page = trap.page();
    answer(page, batch);
    page.navigate(address("/kiosk?terminal=t&venue=milu"));
    page.locator(".start").click();
    page.locator("kepu-composer textarea").click();
    page.locator("kepu-composer textarea").fill("麋鹿？");
    page.locator("kepu-keyboard .send").click();
    return shown(trap);
  }

  private List<String> takeAlong(Trap trap, List<String> batch) {
    trap.answer(
        Map.of(
            "/api/v1/taken",
            Map.of(
                "sentences",
                batch.stream().map(text -> Map.of("text", text, "citations", List.of(1))).toList(),
                "citations",
                IntStream.range(0, batch.size())
                    .mapToObj(i -> citationOf(i, batch.get(i)))
                    .toList(),
                "generatedBy",
                batch.getFirst(),
                "aiLabel",
                batch.getFirst())));
    trap.page().navigate(address("/t?" + batch.hashCode() + "#token"));
    assertThat(trap.page().locator("kepu-taken blockquote").last()).isAttached();
    return trap.shown("blockquote");
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
                    "outcome",
                    "answered",
                    "generatedBy",
                    "llm:" + batch.get(2),
                    "aiLabel",
                    batch.get(3),
                    "timings",
                    Map.of()));
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
                    .setBody(JSON.writeValueAsString(Map.of("suggestions", batch.subList(0, 8))))));
    pictures(page);
  }

  private static void pictures(Page page) {
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
    return event("citation", citationOf(index, text));
  }

  private static Map<String, Object> citationOf(int index, String text) {
    return Map.ofEntries(
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
        Map.entry("licence", text));
  }

  private static String event(String type, Object data) {
    return "event:%s\ndata:%s\n\n".formatted(type, JSON.writeValueAsString(data));
  }

  /** What the answer's sentences say; English ones are parted by a space. */
  private static List<String> shown(Trap trap) {
    assertThat(trap.page().locator("kepu-correction .wrong").last()).isVisible(PATIENTLY);
    return trap.shown(".sentence");
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
