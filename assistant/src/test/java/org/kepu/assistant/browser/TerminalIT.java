package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Hours;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.register.TraditionalScript;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registered terminal in a real browser: paired, set otherwise, taken along from, offline. */
@ServiceTest
class TerminalIT {

  /**
   * How long the network is away while the questions are asked; by itself only as long as they
   * take:
   *
   * <pre>
   * ./mvnw -pl assistant -am verify -Dtest=NoSuch -Dit.test=TerminalIT -Dkepu.outage.seconds=600 \
   *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
   */
  private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("kepu.outage.seconds", 0));

  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
          + " Safari/537.36";

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  /** Twenty that the collection answers, each with a heading that answers it. */
  private static final List<Map.Entry<String, String>> ANSWERABLE =
      List.of(
          entry("麋鹿吃什么？", "麋鹿平时吃什么？"),
          entry("麋鹿为什么叫“四不像”？", "麋鹿为什么叫“四不像”？"),
          entry("麋鹿的角什么时候脱落？", "麋鹿为什么在冬天掉角？"),
          entry("月食是怎么发生的？", "月食是怎么发生的？"),
          entry("日食是怎么回事？", "日食是怎么发生的？"),
          entry("土星的光环是什么？", "土星环是由什么组成的？"),
          entry("月亮为什么会有圆缺？", "月亮为什么有时圆、有时弯？"),
          entry("恐龙为什么灭绝？", "恐龙是怎么灭绝的？"),
          entry("章鱼有几颗心脏？", "章鱼有几颗心脏，血是什么颜色？"),
          entry("鲸鱼是鱼吗？", "鲸鱼住在海里，怎么会不是鱼？"),
          entry("黑洞是什么？", "黑洞到底是什么？"),
          entry("流星是什么？", "流星是星星掉下来了吗？"),
          entry("太阳有多大？", "太阳有多大？"),
          entry("火星为什么是红色的？", "火星为什么是红色的？"),
          entry("蝴蝶是怎么变成的？", "毛毛虫是怎样变成蝴蝶的？"),
          entry("鸟为什么会飞？", "鸟靠什么飞上天空？"),
          entry("化石是怎么形成的？", "化石是怎样形成的？"),
          entry("大熊猫吃什么？", "大熊猫为什么要吃竹子？"),
          entry("银河系有多大？", "银河系有多大？"),
          entry("什么是生物多样性？", "什么是生物多样性"));

  /** Ten that nothing does. */
  private static final List<String> UNANSWERABLE =
      List.of(
          "股票怎么买才能赚钱？",
          "你喜欢哪个足球明星？",
          "红烧肉怎么做？",
          "手机没电了哪里充？",
          "明天高铁几点开？",
          "微积分怎么学？",
          "怎样写情书？",
          "房价会涨吗？",
          "谁是世界首富？",
          "电脑蓝屏怎么办？");

  private static final String EVERYTHING_KEPT =
      """
      async () => {
        const cache = await caches.open('kepu-kiosk-1');
        const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
        return ['/kiosk', '/kiosk/kiosk.js', '/api/v1/kiosk/configuration', '/api/v1/kiosk/pack']
          .every((path) => kept.includes(path));
      }
      """;

  private static final LocatorAssertions.HasTextOptions PATIENT_TEXT =
      new LocatorAssertions.HasTextOptions().setTimeout(30_000);

  @LocalServerPort private int port;
  @Autowired private TerminalKeeper keeper;
  @Autowired private Rollup rollup;
  @Autowired private JdbcClient jdbc;
  private Visit visit = new Visit(1080, 1920, "zh-CN");
  private Page page = visit.page();
  private String id = "";

  @BeforeEach
  void register() {
    id = "hall-" + UUID.randomUUID().toString().substring(0, 8);
    keeper.register(id, set("milu", Audience.GENERAL), "test");
    // A browser that says that it has no head is a program, and in no figure.
    visit.context().setExtraHTTPHeaders(Map.of("User-Agent", BROWSER));
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void aTerminalIsPairedByItsCodeAndFollowsItsSettingsOnceNobodyIsThere() {
    page.clock().install();
    page.navigate(address("/kiosk"));
    assertThat(page.getByText("配对终端")).isVisible(PATIENTLY);
    visit.picture("kiosk-pairing");
    assertThat(visit.violations()).as("axe on the pairing").isEmpty();
    type("00000000");
    assertThat(page.getByText("配对码不对")).isVisible(PATIENTLY);
    visit.picture("kiosk-pairing-wrong");
    language("English");
    assertThat(page.getByText("That is not a code")).isVisible();
    assertThat(visit.violations()).as("axe on the pairing in English").isEmpty();
    visit.picture("kiosk-pairing-english");
    language("简体中文");
    type(keeper.offer(id, "test").orElseThrow().digits());

    assertThat(page.locator(".attract h1")).hasText("麋鹿苑", PATIENT_TEXT);
    page.reload();
    assertThat(page.locator(".attract h1")).hasText("麋鹿苑", PATIENT_TEXT);

    page.locator(".start").click();
    keeper.change(id, set("planetarium", Audience.ELDER), "test");
    page.clock().runFor(31_000);
    page.waitForTimeout(1_000);
    assertThat(page.locator("kepu-kiosk-session h1").first()).hasText("麋鹿苑");
    visit.button("我问完了").click();
    assertThat(page.locator(".attract h1")).hasText("天文馆", PATIENT_TEXT);
    assertThat(page.locator("kepu-kiosk")).hasAttribute("large", "");
    page.waitForCondition(
        () -> Integer.valueOf(2).equals(keeper.find(id).orElseThrow().appliedVersion()));

    keeper.rollBack(id, 1, "test");
    page.clock().runFor(31_000);
    assertThat(page.locator(".attract h1")).hasText("麋鹿苑", PATIENT_TEXT);
    keeper.revoke(id, "test");
    page.clock().runFor(31_000);
    assertThat(page.getByText("配对终端")).isVisible(PATIENTLY);
  }

  @Test
  void aTerminalInAHallBearsItsNameAndAsksItsQuestions() {
    keeper.change(id, set("milu", "milu-wetland", "milu-reeds", Audience.GENERAL), "test");
    pair("麋鹿苑 湿地");

    assertThat(page.locator(".drift button").first()).containsText("芦苇");
    visit.picture("kiosk-hall");
    assertThat(visit.violations()).as("axe on the hall's screen").isEmpty();
    page.locator(".start").click();
    assertThat(page.locator("kepu-kiosk-session .questions button").first()).containsText("芦苇");
    visit.picture("kiosk-hall-home");
    choose("English");
    assertThat(page.locator("kepu-kiosk-session h1").first()).hasText("Milu Park Wetlands");
    visit.picture("kiosk-hall-english");
    choose("繁體中文");
    assertThat(page.locator("kepu-kiosk-session h1").first())
        .hasText("麋鹿苑 " + TraditionalScript.of("湿地"));
    ask("这是什么？");
    assertThat(page.locator("kepu-answer").first()).containsText("芦苇");
  }

  @Test
  void anAnswerIsTakenAlongByItsCode() throws IOException, ReaderException {
    pair();
    ask("麋鹿吃什么？");
    String said = page.locator("kepu-answer .sentence").first().textContent();
    visit.button("用手机带走").click();
    assertThat(page.locator("kepu-take-along svg path").first()).isVisible(PATIENTLY);
    visit.picture("kiosk-take-along");
    assertThat(visit.violations()).as("axe on the code").isEmpty();

    String scanned = decoded(page.locator("kepu-take-along svg").screenshot());

    assertThat(scanned).startsWith(address("/t#"));
    visit.button("返回").click();
    visit.button("我问完了").click();
    assertThat(page.locator("kepu-kiosk-session")).hasCount(0);
    try (Visit phone = new Visit(390, 844, "zh-CN")) {
      phone.page().navigate(scanned);
      assertThat(phone.page().locator(".answer"))
          .containsText(
              said.substring(0, 8), new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
      assertThat(phone.page().getByText("人工智能生成")).isVisible();
      assertThat(phone.page().locator("li blockquote").first()).isVisible();
      phone.picture("taken-phone");
      assertThat(phone.violations()).as("axe on the page").isEmpty();
      assertThat(phone.complaints()).isEmpty();
    }
    try (Visit other = new Visit(390, 844, "zh-CN")) {
      other.page().navigate(scanned);
      assertThat(other.page().getByText("每个二维码只能打开一次")).isVisible(PATIENTLY);
      other.picture("taken-spent");
    }
    assertThat(events("qr_shown")).isEqualTo(1);
    assertThat(events("qr_opened")).isEqualTo(1);
    assertThat(events("question")).isEqualTo(1);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void withoutANetworkEveryQuestionIsAnsweredOrSaidToBeOfflineAndCountedOnce() {
    pair();
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(EVERYTHING_KEPT)));
    visit.context().setOffline(true);
    long cut = System.nanoTime();
    page.reload();
    assertThat(page.locator(".attract h1")).hasText("麋鹿苑", PATIENT_TEXT);
    page.locator(".start").click();
    assertThat(page.getByText("离线：现在没有网络").first()).isVisible();

    List<String> questions =
        Stream.concat(ANSWERABLE.stream().map(Map.Entry::getKey), UNANSWERABLE.stream()).toList();
    int right = 0;
    for (int i = 0; i < questions.size(); i++) {
      page.waitForTimeout(OUTAGE.toMillis() / (double) questions.size());
      String question = questions.get(i);
      ask(question);
      Locator answer = page.locator("kepu-answer").last();
      if (UNANSWERABLE.contains(question) || answer.locator(".sentence.sourced").count() == 0) {
        assertThat(answer.locator(".text")).containsText("离线：现在连不上服务");
        assertThat(answer.locator(".sentence.sourced")).hasCount(0);
      } else {
        assertThat(answer.locator(".sources")).isVisible();
        assertThat(answer.locator(".label")).containsText("取自本机存储的内容");
        Object heading = answer.evaluate("it => it.turn.citations[0].heading");
        right += ANSWERABLE.contains(entry(question, heading)) ? 1 : 0;
      }
      if (i == 9) {
        // Another visitor: the reset neither loses nor doubles what waits.
        visit.button("我问完了").click();
        page.locator(".start").click();
      }
    }
    visit.picture("kiosk-offline-nothing");
    assertThat(right).as("of the twenty that the collection answers").isGreaterThanOrEqualTo(18);
    assertThat(events("question")).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - cut)).isGreaterThanOrEqualTo(OUTAGE);

    // The first delivery arrives, but its receipt is lost; so everything is told once more.
    AtomicInteger deliveries = new AtomicInteger();
    page.route(
        "**/api/v1/events",
        route -> {
          if (deliveries.getAndIncrement() < 3) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
    visit.context().setOffline(false);
    for (int i = 0; i < 6; i++) {
      page.evaluate("() => window.dispatchEvent(new Event('online'))");
      page.waitForTimeout(700);
    }

    page.waitForCondition(() -> waiting() == 0);
    assertThat(deliveries.get()).isGreaterThan(4);
    assertThat(events("question")).isEqualTo(questions.size());
    assertThat(events("answer")).isEqualTo(questions.size());
    rollup.update();
    assertThat(figure("question")).isEqualTo(questions.size() * Count.WHOLE);
    assertThat(figure("visit")).as("the one before the reset, and the one after").isEqualTo(2);
    assertThat(figure("offline")).isEqualTo(2);
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(DISTINCT answer_id) FROM interaction
                    WHERE terminal = ? AND type = 'question' AND flags LIKE '%offline'
                    """)
                .param(id)
                .query(Long.class)
                .single())
        .isEqualTo(questions.size());
    // What was cut off on purpose, and that the device was not paired at first.
    assertThat(visit.complaints())
        .allMatch(words -> words.contains("ERR_FAILED") || words.contains("401"));
  }

  @Test
  void whileTheServiceIsNotReachedItSaysSoAndCountsWhatItTookAllTheSameOnce() {
    pair();
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(EVERYTHING_KEPT)));
    page.locator(".start").click();
    // The service takes the first question and answers it, and the answer is lost.
    visit
        .context()
        .route(
            "**/api/**",
            route -> {
              if (route.request().url().endsWith("/api/v1/chat") && events("question") == 0) {
                route.fetch();
              }
              route.abort();
            });
    ask("麋鹿吃什么？");
    assertThat(page.locator("kepu-answer .sentence.sourced").first()).isVisible();
    assertThat(page.getByText("离线：暂时连不上服务").first()).isVisible();
    visit.picture("kiosk-cut-off");
    assertThat(visit.violations()).as("axe on the page").isEmpty();
    ask("红烧肉怎么做？");
    assertThat(page.locator("kepu-answer").last().locator(".text")).containsText("离线：现在连不上服务");
    language("English");
    assertThat(page.getByText("Offline: the service cannot be reached").first()).isVisible();
    assertThat(events("question")).isEqualTo(1);

    visit.context().unroute("**/api/**");
    page.evaluate("() => window.dispatchEvent(new Event('online'))");
    page.waitForCondition(() -> waiting() == 0);
    assertThat(page.getByText("Offline: the service cannot be reached")).hasCount(0);
    assertThat(events("question")).isEqualTo(2);
    rollup.update();
    assertThat(figure("question")).isEqualTo(2 * Count.WHOLE);
    assertThat(figure("visit")).isEqualTo(1);
  }

  private void language(String name) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name)).check();
  }

  private long figure(String measure) {
    return jdbc.sql("SELECT coalesce(sum(amount), 0) FROM rollup WHERE measure = ? AND hall = ?")
        .param(measure)
        .param(id)
        .query(Long.class)
        .single();
  }

  private long waiting() {
    return ((Number)
            page.evaluate(
                """
                () => new Promise((resolve) => {
                  const opening = indexedDB.open('kepu-queue');
                  opening.onsuccess = () => {
                    const count = opening.result.transaction('waiting').objectStore('waiting').count();
                    count.onsuccess = () => { opening.result.close(); resolve(count.result); };
                  };
                })
                """))
        .longValue();
  }

  private long events(String type) {
    return jdbc.sql("SELECT count(*) FROM interaction WHERE terminal = ? AND type = ?")
        .param(id)
        .param(type)
        .query(Long.class)
        .single();
  }

  private void choose(String language) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(language)).check();
  }

  private void pair() {
    pair("麋鹿苑");
  }

  private void pair(String title) {
    String digits = keeper.offer(id, "test").orElseThrow().digits();
    var paired = (TerminalKeeper.Pairing.Paired) keeper.pair(digits, id);
    visit.bears(paired.token());
    page.navigate(address("/kiosk"));
    assertThat(page.locator(".attract h1")).hasText(title, PATIENT_TEXT);
  }

  private void type(String digits) {
    digits
        .chars()
        .forEach(
            digit ->
                page.locator("kepu-pairing .keys")
                    .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                            .setName(String.valueOf((char) digit))
                            .setExact(true))
                    .click());
    page.locator("kepu-pairing .enter").click();
  }

  private void ask(String question) {
    if (page.locator(".start").isVisible()) {
      page.locator(".start").click();
    }
    int answers = page.locator("kepu-answer .label").count();
    page.locator("kepu-composer textarea").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator("kepu-answer .label"))
        .hasCount(answers + 1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private Configuration set(String venue, Audience audience) {
    return set(venue, id, null, audience);
  }

  private static Configuration set(
      String venue, String hall, @Nullable String exhibit, Audience audience) {
    return new Configuration(
        "门厅",
        venue,
        hall,
        exhibit,
        new Hours(LocalTime.MIN, LocalTime.of(23, 59), new TreeSet<>(), new TreeSet<>()),
        audience,
        false,
        false);
  }

  /** What a telephone's camera would read. */
  private static String decoded(byte[] screenshot) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels))))
          .getText();
    } catch (NotFoundException e) {
      throw new AssertionError("There is no code on the screen", e);
    }
  }
}
