package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.account.Secret;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.reach.count.Rollups;
import org.kepu.assistant.report.SyntheticYears;
import org.kepu.assistant.report.lock.LockKeeper;

/** The panel of reports in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReportsPageIT {

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final YearMonth last = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);
  private Service service;

  @BeforeAll
  void start() {
    service = Service.start(IndexedHome.named("reports-page"));
    SyntheticYears.count(service.bean(Rollups.class), last.minusMonths(1), last, 8);
    SyntheticYears.report(service.bean(Ledgers.class), last.minusMonths(1), last);
    service.bean(LockKeeper.class).lock(last.minusMonths(1), "wang");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void anAdministratorSeesTakesAlongLocksAndAdjusts() throws IOException {
    try (Visit visit = visit("zh-CN", Role.ADMIN)) {
      Page page = visit.page();
      page.navigate(address("/admin#reports"));
      assertThat(heading(page, "报表", 1)).isVisible();
      Locator report = page.locator("article.report");
      assertThat(report.locator("h2"))
          .containsText("科普服务成效月报（%d年%d月）".formatted(last.getYear(), last.getMonthValue()));
      assertThat(report).containsText("未锁定，补录后数字会变");
      assertThat(report.locator("kepu-chart canvas").first()).isVisible();
      visit.picture("reports");
      whole(page, "reports-whole");
      assertThat(visit.violations()).as("axe on the report").isEmpty();

      for (String form : List.of("Word", "PDF", "Excel", "CSV")) {
        Download download =
            page.waitForDownload(
                () ->
                    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(form))
                        .click());
        assertThat(download.suggestedFilename()).startsWith("北京市科学技术研究院科普服务成效月报");
        assertThat(Files.size(download.path())).isGreaterThan(5_000);
      }

      page.getByRole(AriaRole.BUTTON, named("现在锁定 " + last)).click();
      assertThat(report).containsText("本月已锁定");
      page.getByRole(AriaRole.BUTTON, named("校验")).click();
      assertThat(page.getByText("相符：2 个月的锁定完好")).isVisible();

      SyntheticYears.count(service.bean(Rollups.class), last, last, 9);
      page.getByLabel("原因").fill("展厅终端离线记录补传");
      page.keyboard().press("Enter");
      assertThat(page.getByText("已登记")).isVisible();
      assertThat(page.getByRole(AriaRole.REGION, named("调整分录"))).containsText("展厅终端离线记录补传");
      page.getByRole(AriaRole.BUTTON, named("校验")).click();
      assertThat(page.getByText(last + " 锁定完好；重算有")).isVisible();
      whole(page, "reports-adjusted");
      assertThat(visit.violations()).as("axe on locks and entries").isEmpty();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("kepu-locks")).isHidden();
      whole(page, "reports-print");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aYearIsChosenByTheKeyboardInEnglish() {
    try (Visit visit = visit("en-GB", Role.ANALYST)) {
      Page page = visit.page();
      page.navigate(address("/admin#reports"));
      assertThat(heading(page, "Reports", 1)).isVisible();
      Locator kind = page.locator("select[name=kind]");
      kind.focus();
      page.keyboard().press("ArrowDown");
      page.locator("input[name=year]").fill(String.valueOf(last.getYear()));
      page.keyboard().press("Enter");

      assertThat(page.locator("article.report h2"))
          .containsText("科普服务成效年报（%d年）".formatted(last.getYear()));
      assertThat(page.getByRole(AriaRole.LINK, named("xAPI statements"))).hasCount(0);
      assertThat(page.getByRole(AriaRole.BUTTON, named("Enter"))).hasCount(0);
      visit.picture("reports-english");
      assertThat(visit.violations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void whoIsBoundToAVenueSeesItsReportAndNoLocks() {
    try (Visit visit = visit("zh-CN", Role.ANALYST, "milu")) {
      Page page = visit.page();
      page.navigate(address("/admin#reports"));

      assertThat(page.locator("article.report dl")).containsText("麋鹿苑");
      assertThat(page.locator("article.report")).not().containsText("北京天文馆");
      assertThat(page.locator("kepu-locks")).hasCount(0);
      visit.picture("reports-venue");
      assertThat(visit.violations()).isEmpty();
    }
  }

  private Visit visit(String locale, Role role, String... venues) {
    Accounts accounts = service.bean(Accounts.class);
    String name = "t" + UUID.randomUUID();
    Account account =
        new Account(
            UUID.randomUUID(),
            name,
            "王老师",
            Set.of(role),
            new TreeSet<>(List.of(venues)),
            true,
            Instant.EPOCH);
    accounts.add(account);
    String secret = Secret.random();
    accounts.open(account.id(), secret, Instant.now());
    Visit visit = new Visit(1440, 1000, locale);
    visit.context().addCookies(List.of(new Cookie("kepu_session", secret).setUrl(address("/"))));
    return visit;
  }

  private static void whole(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  private static Locator heading(Page page, String name, int level) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(level).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private String address(String path) {
    return "http://localhost:" + service.client().port() + path;
  }
}
