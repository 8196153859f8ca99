package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Hours;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Visitors at a terminal, one after another, against the real service. */
@ServiceTest
class KioskIT {

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  /** All text and all values under a node, shadow roots included. */
  private static final String EVERYTHING_SHOWN =
      """
      () => {
        const seen = [];
        const walk = (node) => {
          if (node.nodeType === Node.TEXT_NODE) seen.push(node.data);
          for (const { value } of node.attributes ?? []) seen.push(value);
          if (typeof node.value === 'string') seen.push(node.value);
          if (node.shadowRoot) walk(node.shadowRoot);
          node.childNodes.forEach(walk);
        };
        walk(document);
        return seen.join('\\n');
      }
      """;

  private static final String EVERYTHING_STORED =
      """
      async () => JSON.stringify([
        { ...sessionStorage }, { ...localStorage }, document.cookie, location.href, history.state,
        await caches.keys(), (await indexedDB.databases()).map(({ name }) => name),
        await Promise.all((await caches.keys()).map(async (name) => {
          const cache = await caches.open(name);
          return Promise.all((await cache.keys()).map(async (request) =>
            request.url + await (await cache.match(request)).text()));
        })),
        await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const database = opening.result;
            const stores = [...database.objectStoreNames];
            Promise.all(stores.map((store) => new Promise((read) => {
              const all = database.transaction(store).objectStore(store).getAll();
              all.onsuccess = () => read(JSON.stringify(all.result));
            }))).then((found) => { database.close(); resolve(found); });
          };
        }))),
        await navigator.clipboard.readText().catch(() => ''),
      ])
      """;

  /** An answer whose sentences have three sources each. */
  private static final String MARKS =
      """
      event:accepted
      data:{"conversationId":"01890000-0000-7000-8000-000000000001","answerId":"01890000-0000-7000-8000-000000000002"}

      """
          + IntStream.rangeClosed(1, 3)
              .mapToObj(
                  """
                  event:sentence
                  data:{"index":%1$d,"text":"麋鹿喜欢湿地。","citations":[1,2,3]}

                  event:citation
                  data:{"index":%1$d,"documentId":"d%1$d","title":"麋鹿","quote":"湿地","start":0,"end":2}

                  """
                      ::formatted)
              .collect(Collectors.joining())
          + """
          event:done
          data:{"outcome":"answered","generatedBy":"extractive","aiLabel":"人工智能生成"}

          """;

  @LocalServerPort private int port;
  @Autowired private TerminalKeeper keeper;
  private Visit visit = new Visit(1080, 1920, "zh-CN");
  private Page page = visit.page();

  @BeforeEach
  void stepUp() {
    page.navigate("http://localhost:" + port + "/kiosk?terminal=milu-1&venue=milu");
    assertThat(page.locator(".drift button").first()).isVisible(PATIENTLY);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void aVisitorTypesPinyinAndIsAnsweredWithTheSource() {
    page.locator(".start").click();
    assertThat(page.locator(".questions button")).hasCount(6);

    page.locator("kepu-composer textarea").click();
    type("miluchishenme");
    Locator first = page.locator("kepu-keyboard .candidate").first();
    assertThat(first).hasText("麋鹿吃什么");
    first.click();
    assertThat(page.locator("kepu-composer textarea")).hasValue("麋鹿吃什么");
    key("提问");

    assertThat(page.locator("kepu-answer .sentence.sourced").first()).isVisible(PATIENTLY);
    assertThat(page.getByText("人工智能生成").first()).isVisible(PATIENTLY);
    visit.button("来源 1").click();
    assertThat(page.locator("kepu-source-view mark").first()).isVisible();
    assertThat(page.locator("a")).hasCount(0);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void wordsAreChosenOneByOneAndTakenBack() {
    page.locator(".start").click();
    page.locator("kepu-composer textarea").click();
    type("yueshishi");
    candidate("月食").click();
    key("空格");
    assertThat(page.locator("kepu-composer textarea")).hasValue("月食是");

    key("删除");
    assertThat(page.locator("kepu-composer textarea")).hasValue("月食");
    key("英文");
    key("大写");
    key("H");
    key("123");
    key("2");
    assertThat(page.locator("kepu-composer textarea")).hasValue("月食H2");
  }

  @Test
  void aMistakeIsReportedWithTheSameKeyboard() {
    page.locator(".drift button").first().dispatchEvent("click"); // it drifts
    assertThat(page.getByText("说错了？")).isVisible(PATIENTLY);
    page.getByText("说错了？").click();
    assertThat(page.locator("kepu-correction textarea")).isFocused();
    type("budui");
    key("空格");
    assertThat(page.locator("kepu-correction textarea")).not().hasValue("");
    key("提问");

    assertThat(page.getByText(Pattern.compile("已收到，编号 \\w{4}-\\w{4}"))).isVisible(PATIENTLY);
  }

  /**
   * However the visitor goes: by the button, or by walking away until the countdown has run out.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingOfAVisitorIsThereForTheNext(boolean saysGoodbye) {
    if (!saysGoodbye) {
      page.clock().install();
    }
    pair();
    List<String> canaries =
        new ArrayList<>(IntStream.rangeClosed(1, 18).mapToObj("qjx%02dzwv"::formatted).toList());
    List<Request> during = new CopyOnWriteArrayList<>();
    page.onRequest(during::add);
    page.locator(".start").click();
    for (int i = 0; i < 12; i += 4) {
      ask("麋鹿吃什么？" + String.join(" ", canaries.subList(i, i + 4)));
    }
    String token = takenAlong();
    visit.context().setOffline(true);
    page.locator("kepu-composer textarea")
        .fill("麋鹿吃什么？" + String.join(" ", canaries.subList(12, 16)));
    page.keyboard().press("Enter");
    assertThat(page.locator("kepu-answer .label")).hasCount(4);
    visit.context().setOffline(false);
    page.getByText("说错了？").last().click();
    page.locator("kepu-correction textarea").fill(canaries.get(16));
    page.evaluate("stored => localStorage.setItem('note', stored)", canaries.get(17));
    // Words put together on the screen's keyboard, and letters that wait for theirs.
    page.locator("kepu-composer textarea").click();
    for (String word : List.of("月食", "麋鹿", "月食")) {
      type(word.equals("月食") ? "yueshi" : "milu");
      candidate(word).click();
    }
    canaries.add("月食麋鹿月食");
    assertThat(page.locator("kepu-composer textarea")).hasValue(canaries.get(18));
    canaries.add("qjxzwkhgf");
    type(canaries.get(19));
    page.keyboard().press("Control+a");
    page.keyboard().press("Control+c");
    String before = everything();
    assertThat(canaries).allSatisfy(canary -> assertThat(before).contains(canary));

    List<Request> later = new CopyOnWriteArrayList<>();
    page.onRequest(later::add);
    if (saysGoodbye) {
      visit.button("我问完了").click();
    } else {
      // First the pause in typing, then the silence, then the countdown.
      List.of(31_000, 61_000, 21_000).forEach(page.clock()::runFor);
    }
    assertThat(page.locator(".drift button").first()).isVisible();
    page.waitForCondition(() -> later.stream().anyMatch(asked -> asked.method().equals("DELETE")));

    page.waitForTimeout(500);
    visit.context().grantPermissions(List.of("clipboard-read"));
    String after = everything() + heap() + heapOfTheServiceWorker();
    canaries.add(token);
    assertThat(canaries).allSatisfy(canary -> assertThat(after).doesNotContain(canary));
    assertThat(later)
        .allSatisfy(
            request ->
                assertThat(canaries).noneMatch((log(request) + request.postData())::contains));
    assertThat(during)
        .as("addresses and headers, which stay in the logs of others")
        .allSatisfy(request -> assertThat(canaries).noneMatch(log(request)::contains));
  }

  @Test
  void whoHasGoneIsAskedAndThenForgotten() {
    page.clock().install();
    page.reload();
    page.clock().runFor(1_000);
    page.locator(".start").click();

    page.clock().runFor(59_000);
    assertThat(page.locator(".warning")).isHidden();
    page.clock().runFor(2_000);
    assertThat(page.getByText("你还在吗？")).isVisible();
    visit.button("我还在").click();
    assertThat(page.locator(".warning")).isHidden();
    assertThat(page.locator("kepu-kiosk-session")).hasCount(1);

    page.clock().runFor(61_000);
    assertThat(page.locator(".warning")).isVisible();
    page.clock().runFor(21_000);
    assertThat(page.locator("kepu-kiosk-session")).hasCount(0);
    assertThat(page.locator(".start")).isVisible();
  }

  @Test
  void whoWaitsForAnAnswerIsNotSentAway() {
    page.clock().install();
    page.route("**/api/v1/chat", route -> {}); // never answers
    page.reload();
    page.clock().runFor(1_000);
    page.locator(".start").click();
    page.locator(".questions button").first().click();

    page.clock().runFor(300_000);

    assertThat(page.locator("kepu-kiosk-session")).hasCount(1);
    assertThat(page.locator(".warning")).isHidden();
  }

  @Test
  void whoIsReadToIsNotSentAwayUntilItHasEnded() {
    FakeSpeech speech = FakeSpeech.of(page);
    page.clock().install();
    page.reload();
    page.clock().runFor(1_000);
    page.locator(".start").click();
    ask("麋鹿吃什么？");
    visit.button("读给我听").click();
    assertThat(String.valueOf(speech.given())).contains("迷鹿").doesNotContain("麋");
    assertThat(visit.violations()).isEmpty();

    page.clock().runFor(300_000);
    assertThat(page.locator(".warning")).isHidden();
    assertThat(page.locator("kepu-kiosk-session")).hasCount(1);

    speech.readToTheEnd();
    page.clock().runFor(61_000);
    assertThat(page.locator(".warning")).isVisible();
    page.clock().runFor(21_000);
    assertThat(page.locator("kepu-kiosk-session")).hasCount(0);
  }

  @Test
  void whoTypesIsNotSentAwayButWhoLeftTypingIs() {
    page.clock().install();
    page.reload();
    page.clock().runFor(1_000);
    page.locator(".start").click();
    page.locator("kepu-composer textarea").click();
    for (int i = 0; i < 8; i++) {
      key("m");
      page.clock().runFor(25_000);
      assertThat(page.locator(".warning")).isHidden();
    }

    page.clock().runFor(70_000);
    assertThat(page.locator(".warning")).isVisible();
    page.clock().runFor(21_000);
    assertThat(page.locator("kepu-kiosk-session")).hasCount(0);
  }

  @Test
  void thereIsNoWayOutWithoutTheOperatorsCode() {
    page.goBack();
    assertThat(page.locator("kepu-kiosk")).isVisible();
    holdTheEmblem();
    enter("111111");
    assertThat(page.getByText("口令不对。")).isVisible();
    assertThat(page).hasURL(Pattern.compile("/kiosk"));

    enter("204857");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出").setExact(true))
        .click();
    assertThat(page).hasURL(Pattern.compile("localhost:\\d+/$"));
  }

  @Test
  void withoutANetworkItSaysSoAndQuotesWhatItKeeps() {
    page.waitForResponse("**/api/v1/kiosk/pack*", page::reload);
    page.locator(".start").click();
    visit.context().setOffline(true);
    assertThat(page.getByText("离线：现在没有网络").first()).isVisible();
    page.locator("kepu-composer textarea").fill("麋鹿吃什么？");
    page.keyboard().press("Enter");

    assertThat(page.locator("kepu-answer .sentence.sourced").first()).isVisible(PATIENTLY);
    assertThat(page.getByText("取自本机存储的内容").first()).isVisible();
    visit.picture("kiosk-offline");
    visit.button("来源 1").click();
    assertThat(page.locator("kepu-source-view mark").first()).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"1080, 1920, false", "1080, 1920, true", "3840, 2160, false", "3840, 2160, true"})
  void everyTargetIsWideEnoughAndNoTextIsSmall(int width, int height, boolean large) {
    page.setViewportSize(width, height);
    page.locator(".start").click();
    if (large) {
      visit.button("大字").click();
    }
    isForEveryHandAndEye("the questions", large);
    page.evaluate("document.querySelector('kepu-kiosk').times = { idleMs: 0, countdownMs: 9e5 }");
    assertThat(page.locator(".warning")).isVisible();
    isForEveryHandAndEye("the countdown", large);
    page.evaluate("document.querySelector('kepu-kiosk').times = { idleMs: 9e5, countdownMs: 9e5 }");
    page.locator(".stay").click();
    page.locator("kepu-composer textarea").click();
    type("milu");
    isForEveryHandAndEye("the keyboard", large);
    key("收起键盘");
    ask("麋鹿为什么叫“四不像”？");
    isForEveryHandAndEye("the answer", large);
    page.route(
        "**/api/v1/chat",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/event-stream").setBody(MARKS)),
        new Page.RouteOptions().setTimes(1));
    ask("麋鹿住在哪里？");
    assertThat(page.locator("kepu-citation-mark button[aria-disabled=true]")).hasCount(0);
    isForEveryHandAndEye("marks side by side", large);
    page.locator("kepu-picture .open").first().click();
    isForEveryHandAndEye("the picture", large);
    page.locator("kepu-picture .close").click();
    page.locator(".sources button").first().click();
    assertThat(page.locator("kepu-source-view mark").first()).isVisible();
    isForEveryHandAndEye("the source", large);
    page.locator("kepu-source-view .back").click();
    page.getByText("说错了？").last().click();
    isForEveryHandAndEye("the report", large);
  }

  @ParameterizedTest
  @CsvSource({"1080, 1920, 70, 95", "1080, 1920, 40, 121", "1920, 1080, 70, 68"})
  void aLowTerminalBringsEverythingWithinReach(int width, int height, int bottom, int tall) {
    page.setViewportSize(width, height);
    page.navigate(
        "http://localhost:%d/kiosk?terminal=milu-1&venue=milu&audience=elder&low&bottom=%d&height=%d"
            .formatted(port, bottom, tall));
    assertThat(page.locator(".start")).isVisible();
    assertThat(Reach.outOfReach(page, bottom, tall)).as("nobody there").isEmpty();
    page.locator(".start").click();
    assertThat(Reach.outOfReach(page, bottom, tall)).as("the questions").isEmpty();
    page.locator("kepu-composer textarea").click();
    type("milu");
    assertThat(Reach.outOfReach(page, bottom, tall)).as("the keyboard").isEmpty();
    holdTheEmblem();
    assertThat(Reach.outOfReach(page, bottom, tall)).as("the operator").isEmpty();
  }

  @Test
  void itsColoursAreTheSystemsOrThoseOfItsAddress() {
    Locator kiosk = page.locator("kepu-kiosk");
    assertThat(kiosk).hasAttribute("scheme", "light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(kiosk).hasAttribute("scheme", "dark");

    page.navigate("http://localhost:" + port + "/kiosk?terminal=milu-1&venue=milu&scheme=light");
    assertThat(kiosk).hasAttribute("scheme", "light");
  }

  private void isForEveryHandAndEye(String where, boolean large) {
    assertThat(Reach.tooSmall(page, 60)).as(where).isEmpty();
    assertThat(Reach.smallText(page, large)).as(where).isEmpty();
  }

  private void ask(String question) {
    int answers = page.locator("kepu-answer").count();
    page.locator("kepu-composer textarea").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator("kepu-correction"))
        .hasCount(answers + 1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
  }

  /** A terminal as in a hall. */
  private void pair() {
    String id = "hall-" + UUID.randomUUID().toString().substring(0, 8);
    keeper.register(
        id,
        new Configuration(
            "门厅",
            "milu",
            "hall-1",
            null,
            new Hours(LocalTime.MIN, LocalTime.of(23, 59), new TreeSet<>(), new TreeSet<>()),
            Audience.GENERAL,
            false,
            false),
        "test");
    String digits = keeper.offer(id, "test").orElseThrow().digits();
    var paired = (TerminalKeeper.Pairing.Paired) keeper.pair(digits, id);
    visit.bears(paired.token());
    page.navigate("http://localhost:" + port + "/kiosk");
    assertThat(page.locator(".drift button").first()).isVisible(PATIENTLY);
  }

  /** Takes the last answer along, and gives the secret of its address. */
  private String takenAlong() {
    Response offer =
        page.waitForResponse("**/api/v1/kiosk/take-along", () -> visit.button("用手机带走").click());
    String said = offer.text();
    String token = said.replaceAll("(?s).*/t#([^\"]+)\".*", "$1");
    assertThat(token).hasSizeGreaterThan(20).hasSizeLessThan(100);
    assertThat(page.locator("kepu-take-along svg path").first()).isVisible(PATIENTLY);
    visit.button("返回").click();
    return token;
  }

  /** What the network's log has of a request beyond its body: addresses and headers, both ways. */
  private static String log(Request request) {
    Response response = request.response();
    return request.url()
        + request.allHeaders()
        + (response == null ? "" : response.allHeaders().toString());
  }

  private Locator candidate(String word) {
    return page.locator("kepu-keyboard .candidate")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + word + "\\s*$")))
        .first();
  }

  private void type(String letters) {
    letters.chars().forEach(letter -> key(String.valueOf((char) letter)));
  }

  private void key(String name) {
    page.locator("kepu-keyboard")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private void holdTheEmblem() {
    page.locator("button.emblem").hover();
    page.mouse().down();
    assertThat(page.locator("kepu-operator dialog")).isVisible();
    page.mouse().up();
  }

  private void enter(String code) {
    code.chars()
        .forEach(
            digit ->
                page.locator("kepu-operator .keys")
                    .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                            .setName(String.valueOf((char) digit))
                            .setExact(true))
                    .click());
    page.locator("kepu-operator .enter").click();
  }

  private String everything() {
    return page.evaluate(EVERYTHING_SHOWN) + "\n" + page.evaluate(EVERYTHING_STORED);
  }

  /** The service worker is a target of its own, spoken to through the browser. */
  private String heapOfTheServiceWorker() {
    CDPSession browser = visit.context().browser().newBrowserCDPSession();
    String target = "";
    for (JsonElement one :
        browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList()) {
      JsonObject info = one.getAsJsonObject();
      if (info.get("type").getAsString().equals("service_worker")
          && info.get("url").getAsString().contains(":" + port + "/")) {
        target = info.get("targetId").getAsString();
      }
    }
    JsonObject attach = new JsonObject();
    attach.addProperty("targetId", target);
    String session = browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    StringBuilder told = new StringBuilder();
    browser.on(
        "Target.receivedMessageFromTarget",
        message -> told.append(message.get("message").getAsString()));
    int number = 0;
    for (String method : List.of("enable", "collectGarbage", "takeHeapSnapshot")) {
      JsonObject message = new JsonObject();
      message.addProperty("sessionId", session);
      message.addProperty(
          "message", "{\"id\":%d,\"method\":\"HeapProfiler.%s\"}".formatted(++number, method));
      browser.send("Target.sendMessageToTarget", message);
    }
    page.waitForCondition(() -> told.indexOf("{\"id\":3,") >= 0);
    browser.detach();
    assertThat(told).as("the service worker's snapshot").hasSizeGreaterThan(100_000);
    return told.toString();
  }

  /** The page's memory after its garbage was collected. */
  private String heap() {
    CDPSession session = visit.context().newCDPSession(page);
    StringBuilder snapshot = new StringBuilder();
    session.on(
        "HeapProfiler.addHeapSnapshotChunk",
        chunk -> snapshot.append(chunk.get("chunk").getAsString()));
    session.send("HeapProfiler.enable");
    session.send("HeapProfiler.collectGarbage");
    session.send("HeapProfiler.takeHeapSnapshot", new JsonObject());
    session.detach();
    assertThat(snapshot).as("the snapshot").hasSizeGreaterThan(100_000);
    return snapshot.toString();
  }
}
