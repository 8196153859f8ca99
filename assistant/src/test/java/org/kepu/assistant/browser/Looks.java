package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of one visit, looked at one after another: a picture of each is in {@code
 * target/screenshots}, and whatever is wrong with it, from axe's smallest remark on, is noted.
 */
final class Looks {

  /** What else may be wrong with a page than axe finds. */
  @FunctionalInterface
  interface Check {
    List<String> faultsOf(Page page);
  }

  /** For what the service does. */
  static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  /** What the service streams where the collection has nothing. */
  static final String ANSWER_WITHOUT_SOURCE =
      """
      event:accepted
      data:{"conversationId":"01890000-0000-7000-8000-000000000001","answerId":"01890000-0000-7000-8000-000000000002"}

      event:sentence
      data:{"index":0,"text":"馆藏资料里没有说到这件事。换一个问题试试？","citations":[]}

      event:done
      data:{"outcome":"no_source","generatedBy":"extractive","aiLabel":"人工智能生成"}

      """;

  private final Visit visit;
  private final String name;
  private final List<Check> checks;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param name what the pictures' names begin with
   * @param checks what else may be wrong with a state
   */
  Looks(Visit visit, String name, Check... checks) {
    this.visit = visit;
    this.name = name;
    this.checks = List.of(checks);
  }

  /** Looks at what is on the screen now. */
  void at(String state) {
    Page page = visit.page();
    page.waitForTimeout(300); // what fades in is half transparent before
    visit.picture(name + state);
    note(state, visit.violationsOfEveryLevel());
    checks.forEach(check -> note(state, check.faultsOf(page)));
  }

  private void note(String state, List<String> found) {
    found.forEach(fault -> faults.add(name + state + " " + fault));
  }

  List<String> faults() {
    return faults;
  }

  /** Asks, and does not wait. */
  void ask(String question) {
    visit.page().locator("kepu-composer textarea").fill(question);
    visit.page().keyboard().press("Enter");
  }

  /** Asks, and waits for the whole answer. */
  void askAndWait(String question) {
    int answers = visit.page().locator("kepu-correction").count();
    ask(question);
    Locator last = visit.page().locator("kepu-correction").nth(answers);
    assertThat(last.locator(".wrong")).isVisible(PATIENTLY);
  }

  /** The next question is answered like this instead. */
  void next(Route.FulfillOptions answer) {
    visit
        .page()
        .route(
            "**/api/v1/chat", route -> route.fulfill(answer), new Page.RouteOptions().setTimes(1));
  }

  /** The next question's stream begins, and is held open. */
  void nextBegins() {
    visit
        .page()
        .evaluate(
            """
            () => {
              const { fetch } = window;
              window.fetch = (address, options) => {
                if (!String(address).endsWith('/api/v1/chat')) return fetch(address, options);
                window.fetch = fetch;
                const event = (type, data) => `event:${type}\\ndata:${JSON.stringify(data)}\\n\\n`;
                return Promise.resolve(new Response(new ReadableStream({ start: (stream) => {
                  stream.enqueue(new TextEncoder().encode(
                    event('accepted', { conversationId: crypto.randomUUID(), answerId: crypto.randomUUID() })
                    + event('sentence', { index: 0, text: '麋鹿原产中国，喜欢水边的湿地。', citations: [1] })));
                } }), { headers: { 'Content-Type': 'text/event-stream' } }));
              };
            }
            """);
  }
}
