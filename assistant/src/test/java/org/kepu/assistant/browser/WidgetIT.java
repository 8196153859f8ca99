package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Position;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visitor with the widget in a real browser, against the real service. */
@ServiceTest
class WidgetIT {

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private final Visit visit = new Visit(1280, 860, "zh-CN");
  private final Page page = visit.page();

  @BeforeEach
  void open() {
    page.navigate(address("/#/milu"));
    page.locator("kepu-chat .bubble").click();
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void aConversationIsKeptOverResizingAndReloadingAndForgottenOnRequest() {
    ask("麋鹿为什么叫“四不像”？");
    ask("它吃什么？");
    assertThat(page.locator("kepu-answer")).hasCount(2);
    assertThat(page.locator("kepu-answer").last().locator("kepu-citation-mark").first())
        .isVisible();
    List<String> said = page.locator("kepu-answer .sentence").allTextContents();
    assertThat(said.getLast()).isNotBlank();

    page.setViewportSize(390, 844);
    assertThat(page.locator("kepu-answer .sentence")).containsText(said.toArray(String[]::new));
    page.reload();
    page.locator("kepu-chat .bubble").click();
    assertThat(page.locator("kepu-answer .sentence")).containsText(said.toArray(String[]::new));
    host("<kepu-chat venue=milu></kepu-chat>", "default-src 'self'; img-src 'self' data:");
    page.locator("kepu-chat .bubble").click();
    assertThat(page.locator("kepu-answer .sentence")).containsText(said.toArray(String[]::new));
    page.navigate(address("/#/milu"));
    page.locator("kepu-chat .bubble").click();

    visit.button("设置").click();
    page.getByText("清除对话").click();
    assertThat(page.locator("kepu-answer")).hasCount(0);
    page.reload();
    page.locator("kepu-chat .bubble").click();
    assertThat(page.locator(".greeting")).isVisible();
    assertThat(page.locator("kepu-answer")).hasCount(0);
    assertThat(visit.complaints()).isEmpty();
  }

  /** “It” is what was spoken of: nowhere else would the park's plants be an answer. */
  @Test
  void whatIsAskedNextIsUnderstoodOfWhatWasSpokenOf() {
    ask("麋鹿为什么叫“四不像”？");
    ask("它吃什么？");

    Locator next = page.locator("kepu-answer").last();
    assertThat(next.locator(".sentence").first()).containsText("麋鹿");
    assertThat(next.locator(".text")).containsText("草");
    assertThat(next.locator(".sources")).containsText("麋鹿");
  }

  @Test
  void aPictureOpensLargeWithItsWords() {
    ask("麋鹿为什么叫“四不像”？");
    page.locator("kepu-picture .open").first().click();

    Locator viewer = page.locator("kepu-picture dialog[open]");
    assertThat(viewer.locator("img")).hasAttribute("alt", Pattern.compile("[\u4e00-\u9fff]{4,}"));
    double before = viewer.locator("img").boundingBox().width;
    visit.button("^放大$").click();
    assertThat(viewer.locator("img").boundingBox().width).isGreaterThan(1.4 * before);
    page.keyboard().press("Escape");
    assertThat(viewer).hasCount(0);
    assertThat(page.locator("kepu-composer")).isVisible();
  }

  @Test
  void whatIsWrongIsReportedAndFollowedUp() {
    ask("麋鹿的角什么时候脱落？");
    page.getByText("说错了？").click();
    page.locator("kepu-correction textarea").fill("我记得是春天");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();

    assertThat(page.getByText(Pattern.compile("已收到，编号 \\w{4}-\\w{4}"))).isVisible(PATIENTLY);
    page.getByText("查看进展").click();
    assertThat(page.getByText("已收到，等待编辑核对")).isVisible();
  }

  @Test
  void aQuestionThatBrokeOffIsSentAgainUnderTheSameId() {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> note(request, asked));
    page.route("**/api/v1/chat", Route::abort, new Page.RouteOptions().setTimes(1));
    page.getByRole(AriaRole.TEXTBOX).fill("麋鹿吃什么？");
    page.keyboard().press("Enter");
    assertThat(page.getByText("暂时连不上科普助手").first()).isVisible();

    visit.button("重试").click();

    assertThat(page.getByText("说错了？")).isVisible(PATIENTLY);
    assertThat(asked).hasSize(2).allMatch(asked.getFirst()::equals);
  }

  /** The service has answered already: it says the same again, and it was one question. */
  @Test
  void aQuestionWhoseAnswerWasLostIsAnsweredOnTheNextTryAndCountsOnce() {
    String question = "第" + System.nanoTime() + "次问：麋鹿吃什么？";
    List<String> lost = new CopyOnWriteArrayList<>();
    page.route(
        "**/api/v1/chat",
        route -> {
          lost.add(route.fetch().text());
          route.abort();
        },
        new Page.RouteOptions().setTimes(1));
    page.getByRole(AriaRole.TEXTBOX).fill(question);
    page.keyboard().press("Enter");
    assertThat(page.getByText("暂时连不上科普助手").first()).isVisible(PATIENTLY);
    assertThat(lost).singleElement().asString().contains("event:done");
    assertThat(records().asked(question)).isEqualTo(1);

    visit.button("重试").click();

    assertThat(page.getByText("说错了？")).isVisible(PATIENTLY);
    String first = page.locator("kepu-answer .sentence").first().innerText();
    assertThat(lost.getFirst()).contains(first.replaceAll("\\s*\\d*$", ""));
    assertThat(records().asked(question)).isEqualTo(1);
  }

  @Test
  void theNetworkGoesAndComesBack() {
    visit.context().setOffline(true);
    assertThat(page.getByText("现在没有网络").first()).isVisible();
    page.getByRole(AriaRole.TEXTBOX).fill("麋鹿吃什么？");
    page.keyboard().press("Enter");
    assertThat(page.getByText("连上之后再试一次").first()).isVisible();

    visit.context().setOffline(false);
    assertThat(page.locator("kepu-chat .offline")).hasCount(0);
    visit.button("重试").click();
    assertThat(page.getByText("说错了？")).isVisible(PATIENTLY);
  }

  @Test
  void copyingTakesTextSourcesAndTheLabelAlong() {
    visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    ask("麋鹿吃什么？");
    visit.button("复制回答和来源").click();
    assertThat(page.getByText("已复制")).isVisible();

    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .contains("麋鹿吃什么？", "来源", "[1]", "人工智能生成");
  }

  @Test
  void aQuestionIsSpokenCorrectedAndSentAndItsAnswerReadAloud() {
    FakeSpeech speech = FakeSpeech.of(page);
    page.reload();
    page.locator("kepu-chat .bubble").click();
    Locator field = page.getByRole(AriaRole.TEXTBOX);
    field.fill("请问，");
    Locator speak = page.locator("kepu-composer .speak");
    speak.hover();
    page.mouse().down();
    assertThat(speak).hasAttribute("aria-pressed", "true");
    assertThat(page.getByText("正在听")).isVisible();
    speech.hear("迷路吃什么");
    assertThat(field).hasValue("请问，迷路吃什么");
    assertThat(visit.violations()).isEmpty();
    visit.picture("widget-listening");

    page.mouse().up();
    speech.fallSilent();
    assertThat(speak).hasAttribute("aria-pressed", "false");
    assertThat(field).hasValue("请问，迷路吃什么");
    assertThat(field).isFocused();
    assertThat(page.locator("kepu-answer")).hasCount(0);
    visit.picture("widget-heard");
    field.fill("麋鹿吃什么？");
    page.keyboard().press("Enter");

    Locator aloud = page.locator("kepu-answer .aloud");
    assertThat(aloud).isVisible(PATIENTLY);
    aloud.click();
    assertThat(aloud).hasAttribute("aria-label", "停止朗读");
    assertThat(page.locator("kepu-answer .text")).containsText("麋鹿");
    assertThat(String.join("", speech.given().stream().map(String::valueOf).toList()))
        .contains("迷鹿")
        .doesNotContain("麋", "[1]");
    assertThat(visit.violations()).isEmpty();
    visit.picture("widget-reading");

    visit.button("^关闭$").click();
    assertThat(page.locator("kepu-answer")).hasCount(0);
    assertThat(speech.reads()).isFalse();
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void aSelectionTakesItsSourcesAndTheLabelAlong() {
    visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    ask("麋鹿为什么叫“四不像”？");
    Locator sentence = page.locator("kepu-answer .sentence.sourced").first();
    String whole = sentence.innerText();

    sentence.dblclick(new Locator.DblclickOptions().setPosition(new Position(8, 8)));
    assertThat(copied())
        .matches("(?s)\\p{IsHan}{1,4}\n\n来源\n\\[1] .+人工智能生成.+")
        .doesNotContain(whole, "[2]");

    sentence.click(new Locator.ClickOptions().setClickCount(3).setPosition(new Position(8, 8)));
    assertThat(copied())
        .startsWith(page.locator("kepu-answer .text p").first().innerText().substring(0, 8))
        .contains("\n\n来源\n[1]", "人工智能生成");
  }

  @Test
  void whatIsSelectedBesideAnswersIsCopiedAsItIs() {
    visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    ask("麋鹿吃什么？");

    page.evaluate("getSelection().selectAllChildren(document.querySelector('.lead'))");
    assertThat(copied()).isEqualTo(page.locator(".lead").innerText());
    page.locator("kepu-answer h3 .words").click(new Locator.ClickOptions().setClickCount(3));
    assertThat(copied()).contains("麋鹿吃什么？").doesNotContain("人工智能生成");
  }

  @Test
  void aHostPageStylesThePartsAndFindsNothingNewOnItsWindow() {
    host(
        "<style>kepu-chat::part(answer) { color: rgb(1, 2, 3) }"
            + " kepu-chat::part(picture-viewer) { background: rgb(4, 5, 6) }"
            + " kepu-chat::part(header) { color: rgb(7, 8, 9) }</style>"
            + "<script nonce=n>window.before = Object.getOwnPropertyNames(window)</script>"
            + "<kepu-chat venue=milu></kepu-chat>",
        "default-src 'self'; script-src 'self' 'nonce-n'; img-src 'self' data:; style-src 'self' 'unsafe-inline'");
    page.locator("kepu-chat .bubble").click();
    ask("麋鹿为什么叫“四不像”？");
    page.locator("kepu-picture .open").first().click();

    assertThat(page.locator("[part=answer]").first()).hasCSS("color", "rgb(1, 2, 3)");
    assertThat(page.locator("[part=picture-viewer][open]"))
        .hasCSS("background-color", "rgb(4, 5, 6)");
    assertThat(page.locator("[part=header]")).hasCSS("color", "rgb(7, 8, 9)");
    assertThat(
            (List<?>)
                page.evaluate(
                    "Object.getOwnPropertyNames(window).filter(name => name !== 'before' && !window.before.includes(name))"))
        .isEmpty();
  }

  /**
   * Pages that set their root's text to anything, as phone pages do, and forbid all inline styles.
   */
  @ParameterizedTest
  @ValueSource(strings = {"16px", "10px", "62.5%", "100px", "7vw"})
  void theWidgetKeepsItsSizeOnAnyPage(String rootSize) {
    host(
        "<style nonce=n>html{font-size:" + rootSize + "}</style><kepu-chat venue=milu></kepu-chat>",
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'nonce-n'");

    var bubble = page.locator("kepu-chat .bubble").boundingBox();
    assertThat(bubble.height).isBetween(55.0, 57.0);
    page.locator("kepu-chat .bubble").click();
    assertThat(page.locator("kepu-chat dialog").boundingBox().width).isBetween(398.0, 402.0);
    ask("麋鹿吃什么？");
    assertThat(visit.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"inline", "page"})
  void theWidgetStandsInThePageToo(String mode) {
    host(
        "<kepu-chat venue=planetarium mode=" + mode + "></kepu-chat>",
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'");

    ask("木星有多大？");
    assertThat(page.locator("kepu-chat .bubble")).hasCount(0);
    assertThat(page.locator("kepu-chat [part=panel]")).isVisible();
    visit.picture("widget-form-" + mode);
  }

  @Test
  void thePageHearsWhatHappens() {
    visit.button("^关闭$").click();
    page.evaluate(
        """
        () => {
          window.heard = [];
          for (const type of ['open', 'answer', 'feedback', 'correction', 'close'])
            addEventListener('kepu-' + type, ({ detail }) => window.heard.push({ type, ...detail }));
        }
        """);
    page.locator("kepu-chat .bubble").click();
    ask("麋鹿吃什么？");
    visit.button("^没帮助$").click();
    visit.button("^看不懂$").click();
    assertThat(page.getByText("谢谢你的评价")).isVisible();
    page.getByText("说错了？").click();
    page.locator("kepu-correction textarea").fill("我记得不是这样");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();
    assertThat(page.getByText("已收到，编号")).isVisible(PATIENTLY);
    visit.button("^关闭$").click();

    List<Map<String, Object>> heard = heard();
    assertThat(heard)
        .extracting(event -> event.get("type"))
        .containsExactly("open", "answer", "feedback", "feedback", "correction", "close");
    Map<String, Object> answer = heard.get(1);
    Object answerId = answer.get("answerId");
    assertThat(heard.getFirst()).containsEntry("venue", "milu");
    assertThat(answer)
        .containsOnlyKeys(
            "type",
            "requestId",
            "conversationId",
            "answerId",
            "question",
            "text",
            "outcome",
            "citations")
        .containsEntry("question", "麋鹿吃什么？")
        .containsEntry("outcome", "answered");
    assertThat((String) answer.get("text")).contains("草");
    assertThat((List<?>) answer.get("citations")).isNotEmpty();
    assertThat(records().outcomes((String) answerId)).containsExactly("answered");
    assertThat(heard.get(2)).containsEntry("answerId", answerId).containsEntry("vote", "down");
    assertThat(heard.get(3)).containsEntry("answerId", answerId).containsEntry("reason", "unclear");
    assertThat(votes(answerId)).containsExactly("down unclear");
    assertThat(heard.get(4)).containsEntry("answerId", answerId);
    assertThat((String) heard.get(4).get("number")).matches("\\w{4}-\\w{4}");
    assertThat(heard.get(5)).containsEntry("venue", "milu");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> heard() {
    return (List<Map<String, Object>>) page.evaluate("window.heard");
  }

  /** The vote on an answer with its reason, as the database has it. */
  private List<String> votes(Object answerId) {
    return jdbc.sql("SELECT vote || ' ' || reason FROM feedback WHERE answer_id = ?")
        .param(answerId)
        .query(String.class)
        .list();
  }

  private InteractionRecords records() {
    return new InteractionRecords(jdbc);
  }

  /** A page of the same address that embeds the widget. */
  private void host(String body, String policy) {
    page.route(
        "**/host",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setHeaders(
                        Map.of("Content-Security-Policy", policy, "Content-Type", "text/html"))
                    .setBody(
                        "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>host</title><link rel=icon href='data:,'>"
                            + "<script type=module src=/widget/kepu-chat.js></script>"
                            + body)));
    page.navigate(address("/host"));
  }

  private void ask(String question) {
    int answers = page.locator("kepu-correction").count();
    page.getByRole(AriaRole.TEXTBOX).last().fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator("kepu-correction"))
        .hasCount(answers + 1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
  }

  private String copied() {
    page.keyboard().press("Control+c");
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  private static void note(Request request, List<String> asked) {
    if (request.url().endsWith("/api/v1/chat")) {
      asked.add(request.postData());
    }
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
