package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.gap.GapKeeper;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.count.Rollup;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Those who keep the service, in a real browser, against figures that are known. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AdminIT {

  private static final Pattern LINK = Pattern.compile("(/admin#setup=\\S+)");
  private static final String PASSWORD = "correct horse battery";

  private Service service;
  private int number;

  @BeforeAll
  void start() {
    service = Service.start(IndexedHome.named("admin"), "kepu.chat.questions-per-minute=10000");
    seed(service.bean(InteractionLog.class));
    service.bean(Rollup.class).update();
  }

  @AfterAll
  void stop() {
    visit.close();
    service.close();
  }

  private Visit visit = new Visit(1440, 1000, "zh-CN");

  @BeforeEach
  void come() {
    visit.close();
    visit = new Visit(1440, 1000, "zh-CN");
  }

  /**
   * 64 visits with a question each: 40 on the web at milu, 20 at its kiosk, 4 in the planetarium.
   */
  private void seed(InteractionLog log) {
    // Records are counted that were written since the last count, or a little before it.
    Instant now = Instant.now().minus(Duration.ofMinutes(1));
    for (int i = 0; i < 64; i++) {
      boolean kiosk = i >= 40 && i < 60;
      Outcome outcome = i % 8 == 7 ? Outcome.NO_SOURCE : Outcome.ANSWERED;
      ask(
          log,
          now.minusSeconds(20L * (i % 10)),
          kiosk ? Channel.KIOSK : Channel.WEB,
          i >= 60 ? "planetarium" : "milu",
          outcome,
          i < 40 ? (i % 4 == 3 ? "down" : "up") : null);
    }
  }

  private void ask(
      InteractionLog log,
      Instant at,
      Channel channel,
      String venue,
      Outcome outcome,
      @org.jspecify.annotations.Nullable String vote) {
    String conversation = UUID.randomUUID().toString();
    String answer = UUID.randomUUID().toString();
    String visitor = channel == Channel.WEB ? "visitor " + number++ : null;
    Scene scene =
        new Scene(
            null,
            visitor,
            channel,
            null,
            venue,
            null,
            null,
            null,
            null,
            Audience.GENERAL,
            null,
            "zh-CN",
            java.util.Set.of());
    log.append(
        Interaction.question(UUID.randomUUID(), at, conversation, answer, scene, "章鱼有几颗心脏？"));
    log.append(
        Interaction.answer(
            UUID.randomUUID(),
            at.plusMillis(40),
            conversation,
            answer,
            new Ending(
                outcome,
                Intent.KNOWLEDGE,
                outcome == Outcome.ANSWERED,
                List.of(),
                outcome == Outcome.ANSWERED ? List.of("milu") : List.of(),
                "extractive",
                null,
                "g",
                12L,
                30L)));
    if (vote != null) {
      log.append(
          Interaction.feedback(
              UUID.randomUUID(), at.plusSeconds(5), conversation, answer, vote, null));
    }
  }

  @Test
  @Order(1)
  void thePrintedLinkMakesTheFirstAccountAndLeadsToTheFigures(CapturedOutput output) {
    Page page = visit.page();
    page.navigate(address(link(output)));
    assertThat(page.getByLabel("用户名")).isVisible();
    visit.picture("admin-set-up");
    assertThat(visit.violations()).as("axe on the form").isEmpty();
    page.getByLabel("用户名").fill("wang");
    page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.getByLabel("再输一次密码").fill(PASSWORD);
    page.keyboard().press("Enter");

    assertThat(figure("R1 平台服务人次")).hasText("64");
    assertThat(figure("科普服务公众人次")).hasText("64");
    assertThat(figure("R2 线下参加人次")).hasText("尚未导入");
    assertThat(figure("提问")).hasText("64");
    assertThat(figure("访客（日累计）")).hasText("44");
    assertThat(figure("有答率")).hasText("87.5%");
    assertThat(figure("有据率")).hasText("100.0%");
    assertThat(figure("查无依据率")).hasText("12.5%");
    assertThat(figure("满意度")).hasText("75.0%");
    assertThat(page.getByText("95% 区间 59.8% 至 85.8%，40 票")).isVisible();
    assertThat(cells("渠道")).containsText(new String[] {"展厅终端", "网页"});
    assertThat(row("渠道", "展厅终端")).hasText(Pattern.compile("展厅终端\\s*20\\s*20"));
    assertThat(row("渠道", "网页")).hasText(Pattern.compile("网页\\s*44\\s*44"));
    // Four are few; so that the total does not tell them, the other venue is hidden, too.
    assertThat(row("场馆", "天文馆")).hasText(Pattern.compile("隐去\\s*隐去"));
    assertThat(row("场馆", "麋鹿")).hasText(Pattern.compile("隐去\\s*隐去"));
    assertThat(page.locator("kepu-chart canvas")).hasCount(7);
    visit.picture("admin-reach");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target", "screenshots", "admin-reach-whole.png")));
    assertThat(visit.violations()).as("axe on the figures").isEmpty();
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void everySectionIsReachedByTheKeyboardAndPassesAxe() {
    signIn();
    service.bean(GapKeeper.class).update();
    for (String section :
        List.of("报表", "待补内容", "观众纠错", "在用内容", "填报与计划", "活动与项目", "终端", "账号", "安全日志")) {
      Locator link =
          visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(section));
      link.focus();
      visit.page().keyboard().press("Enter");

      assertThat(
              visit
                  .page()
                  .getByRole(
                      AriaRole.HEADING, new Page.GetByRoleOptions().setName(section).setLevel(1)))
          .isVisible();
      assertThat(visit.page().locator("[aria-busy=true]")).hasCount(0);
      if (section.equals("在用内容")) {
        // Two hundred rows more tell axe nothing new.
        visit.page().getByLabel("按标题筛选").fill("麋鹿");
      }
      visit.picture("admin-" + section);
      assertThat(visit.violations()).as(section).isEmpty();
    }
    assertThat(visit.page().getByText("日志完整，没有被改动。")).isVisible();
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void aColleagueIsGivenAnAccountByALink() {
    signIn();
    Page page = visit.page();
    page.navigate(address("/admin#accounts"));
    page.getByLabel("用户名").fill("li");
    page.getByLabel("姓名").fill("李老师");
    page.getByLabel("数据分析").check();
    page.getByLabel("麋鹿苑").check();
    page.getByRole(AriaRole.BUTTON, named("开通").setExact(true)).click();

    String link = page.locator("output").textContent().strip();
    assertThat(link).contains("/admin#link=");
    visit.picture("admin-link");
    try (Visit colleague = new Visit(1000, 800, "en-GB")) {
      Page theirs = colleague.page();
      theirs.navigate(link);
      theirs
          .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
          .fill("another long password");
      theirs.getByLabel("Password once more").fill("another long password");
      theirs.keyboard().press("Enter");

      assertThat(
              theirs.getByRole(
                  AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reach").setLevel(1)))
          .isVisible();
      assertThat(theirs.getByRole(AriaRole.LINK))
          .hasText(new String[] {"Reach", "Reports", "Gaps", "Activities", "Terminals"});
      colleague.picture("admin-english");
      assertThat(colleague.violations()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void aTerminalIsRegisteredPairedSetOtherwiseAndBackInOneClick() {
    signIn();
    Page page = visit.page();
    page.navigate(address("/admin#terminals"));
    page.getByLabel("编号").fill("milu-hall-1");
    page.getByLabel("名称").fill("门厅左");
    page.getByLabel("场馆").selectOption("milu");
    page.getByLabel("开门").fill("00:00");
    page.getByLabel("关门").fill("23:59");
    page.getByRole(AriaRole.BUTTON, named("登记").setExact(true)).click();
    assertThat(terminal().locator(".state")).hasText("未配对");

    page.getByRole(AriaRole.BUTTON, named("配对码 milu-hall-1")).click();
    String code = page.locator("output").textContent().replaceAll("\\D", "");
    assertThat(code).hasSize(8);
    visit.picture("admin-terminal-code");
    assertThat(visit.violations()).as("axe on the code").isEmpty();
    service.client().post("/api/v1/kiosk/pair", "{\"code\":\"%s\"}".formatted(code));
    page.reload();
    assertThat(terminal().locator(".state")).hasText("在线");

    page.getByRole(AriaRole.BUTTON, named("修改 milu-hall-1").setExact(true)).click();
    page.getByLabel("名称").fill("门厅右");
    page.getByRole(AriaRole.BUTTON, named("保存").setExact(true)).click();
    assertThat(terminal()).containsText("门厅右");
    page.getByRole(AriaRole.BUTTON, named("历史 milu-hall-1")).click();
    page.getByRole(AriaRole.BUTTON, named("恢复这一版 1")).click();
    assertThat(terminal()).containsText("门厅左");
    visit.picture("admin-terminal-history");
    assertThat(visit.violations()).as("axe on the history").isEmpty();

    // As if nothing had been heard for an hour.
    service
        .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("UPDATE terminal SET paired_at = paired_at - 3600000")
        .update();
    page.reload();
    assertThat(page.getByText("1 台终端没有消息")).isVisible();
    assertThat(terminal().locator(".state")).hasText("静默");
    visit.picture("admin-terminal-silent");
    assertThat(visit.violations()).as("axe on the silence").isEmpty();
    page.navigate(address("/admin#log"));
    page.reload();
    assertThat(page.getByText("更改终端设置").first()).isVisible();
  }

  private Locator terminal() {
    return visit
        .page()
        .locator("kepu-terminals tbody")
        .first()
        .locator("tr")
        .filter(new Locator.FilterOptions().setHasText("milu-hall-1"));
  }

  @Test
  @Order(20)
  void anActivityIsMadeAndClosedAndFitsATelephone() {
    signIn();
    Page page = visit.page();
    page.getByRole(AriaRole.LINK, named("活动与项目")).click();
    Locator form = page.locator("#form");
    form.getByLabel("编号").fill("open-day-2026");
    form.getByLabel("活动名称").fill("麋鹿苑开放日：与麋鹿为邻");
    form.getByLabel("项目").selectOption("science-week");
    form.getByLabel("开始日期").fill("2026-05-20");
    form.getByLabel("结束日期").fill("2026-05-21");
    form.getByLabel("场馆").selectOption("milu");
    form.getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByRole(AriaRole.ROWHEADER).filter(holding("open-day-2026"))).isVisible();
    visit.picture("admin-activities");

    page.getByRole(AriaRole.BUTTON, named("关闭 麋鹿苑开放日：与麋鹿为邻")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("重新打开 麋鹿苑开放日：与麋鹿为邻"))).isVisible();
    assertThat(visit.violations()).isEmpty();

    page.setViewportSize(360, 740);
    visit.picture("admin-activities-narrow");
    org.assertj.core.api.Assertions.assertThat(
            page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing hangs over the edge")
        .isEqualTo(true);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  @Order(21)
  void whatWasTypedStaysWhereAnotherChangedTheActivityMeanwhile() {
    Activities activities = service.bean(Activities.class);
    activities.keep(nightWalk("夜探天文馆", "北京市", Activity.NEW), "li");
    signIn();
    Page page = visit.page();
    page.setViewportSize(1440, 900);
    page.getByRole(AriaRole.LINK, named("活动与项目")).click();
    page.getByRole(AriaRole.BUTTON, named("修改 夜探天文馆")).click();
    Locator form = page.locator("#form");
    form.getByLabel("活动名称").fill("夜探天文馆（亲子场）");
    form.getByLabel("举办单位").fill("北京天文馆、麋鹿苑");
    activities.keep(nightWalk("夜探天文馆（第二场）", "天津市", 1), "li");
    form.getByRole(AriaRole.BUTTON, in("保存")).click();

    Locator reload = page.getByRole(AriaRole.BUTTON, named("载入最新内容，保留我填写的"));
    assertThat(reload).isFocused();
    assertThat(page.locator(".stale")).containsText("又有人改过这项活动");
    looksRight("admin-activity-overtaken");

    reload.click();
    Locator note = form.locator(".merged");
    assertThat(note).containsText("他人改为“夜探天文馆（第二场）”，您填写的是“夜探天文馆（亲子场）”");
    assertThat(note).containsText("举办城市：现为“天津市”");
    assertThat(form.getByLabel("活动名称")).hasValue("夜探天文馆（亲子场）");
    assertThat(form.getByLabel("举办单位")).hasValue("北京天文馆、麋鹿苑");
    looksRight("admin-activity-merged");

    form.getByRole(AriaRole.BUTTON, in("保存")).click();
    assertThat(note).isHidden();
    Activity kept = activities.find("night-walk").orElseThrow();
    assertThat(kept.name()).isEqualTo("夜探天文馆（亲子场）");
    assertThat(kept.region()).isEqualTo("天津市");
    assertThat(kept.version()).isEqualTo(3);
  }

  /** At 1440 and at 360 pixels. */
  private void looksRight(String picture) {
    Page page = visit.page();
    visit.picture(picture);
    assertThat(visit.violations()).isEmpty();
    page.setViewportSize(360, 740);
    visit.picture(picture + "-narrow");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing hangs over the edge")
        .isEqualTo(true);
    page.setViewportSize(1440, 900);
  }

  private static Activity nightWalk(String name, String region, int version) {
    LocalDate day = LocalDate.parse("2026-06-06");
    return new Activity(
        "night-walk",
        name,
        "science-week",
        "planetarium",
        "",
        region,
        day,
        day,
        "北京天文馆",
        Activity.Form.ON_SITE,
        false,
        false,
        version);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private void signIn() {
    Page page = visit.page();
    page.navigate(address("/admin"));
    page.getByLabel("用户名").fill("wang");
    page.getByLabel("密码").fill(PASSWORD);
    page.getByRole(AriaRole.BUTTON, named("登录")).click();
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
  }

  private Locator figure(String name) {
    return visit
        .page()
        .locator(".figure")
        .filter(
            new Locator.FilterOptions()
                .setHas(visit.page().locator(".name").getByText(name, exactly())))
        .locator(".value");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Locator table(String title) {
    return visit
        .page()
        .locator(".card")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    visit
                        .page()
                        .getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(title).setExact(true))))
        .locator("tbody");
  }

  private Locator cells(String title) {
    return table(title).locator("th");
  }

  /** The figures of a row, joined. */
  private Locator row(String title, String name) {
    return table(title).locator("tr").filter(new Locator.FilterOptions().setHasText(name)).first();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private String address(String path) {
    return "http://localhost:" + service.client().port() + path;
  }

  private static String link(CapturedOutput output) {
    Matcher printed = LINK.matcher(output.getAll());
    assertThat(printed.find()).as("the printed link").isTrue();
    return printed.group(1);
  }
}
