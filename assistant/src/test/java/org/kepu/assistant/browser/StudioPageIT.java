package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A teacher's way through the studio, in a real browser. */
@ServiceTest
class StudioPageIT {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String PASSWORD = "a sentence only she knows";
  private static final double MAKING_MS = 120_000;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  @Test
  void aTeacherMakesReviewsAndTakesASetAlong() throws IOException {
    String name = teacher();
    try (Playwright playwright = Playwright.create();
        Browser browser = Browsers.launch(playwright);
        BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900))) {
      Page page = context.newPage();
      page.navigate("http://localhost:" + port + "/educator");
      page.getByLabel("用户名").fill(name);
      page.getByLabel("密码").fill(PASSWORD);
      page.getByRole(AriaRole.BUTTON, named("登录")).click();

      page.getByLabel("内容", new Page.GetByLabelOptions().setExact(true)).fill("麋鹿");
      page.getByText("更多要求").click();
      accessible(page, "studio-start");
      page.getByText("更多要求").click();
      page.getByRole(AriaRole.BUTTON, named("开始出题")).click();

      Locator items = page.locator("kepu-item article");
      assertThat(items.first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MAKING_MS));
      Locator first = items.nth(0);
      first.getByRole(AriaRole.BUTTON, within("修改")).click();
      first.getByLabel("题干").fill("请选一选：麋鹿的题目改过了吗？");
      first.getByRole(AriaRole.BUTTON, within("保存")).click();
      assertThat(first.locator(".stem")).hasText("请选一选：麋鹿的题目改过了吗？");
      assertThat(first.locator(".objection").first()).isVisible();
      accessible(page, "studio-edited");
      first.getByRole(AriaRole.BUTTON, within("接受")).click();
      first.getByLabel("接受的理由（可不填）").fill("课上这样问");
      first.getByRole(AriaRole.BUTTON, within("仍然接受")).click();
      assertThat(first.locator(".decision")).hasText("已接受");

      Locator second = items.nth(1);
      String rejected = second.locator(".stem").textContent();
      second.getByRole(AriaRole.BUTTON, within("拒绝")).click();
      second.getByLabel("拒绝的理由（可不填）").fill("课上没有讲到");
      second.getByRole(AriaRole.BUTTON, within("确定拒绝")).click();
      assertThat(second.locator(".decision")).hasText("已拒绝");
      assertThat(second).containsText("课上没有讲到");
      page.locator("details.refused summary").click();
      accessible(page, "studio-review");
      page.locator("details.refused summary").click();
      earlier(page);

      String word = word(download(page, "docx", true));
      assertThat(word).contains("请选一选：麋鹿的题目改过了吗？", "已审核", "来源：《");
      assertThat(word).doesNotContain(rejected);
      byte[] anki = Files.readAllBytes(download(page, "anki", false).path());
      assertThat(new String(anki, 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("PK");

      page.getByRole(AriaRole.BUTTON, named("参观学习单")).click();
      assertThat(page.getByText("麋鹿 · 参观学习单")).isVisible();
      assertThat(page.locator("kepu-worksheet svg")).isVisible();
      accessible(page, "studio-worksheet");
      String printed = printed(page.pdf());
      assertThat(printed).contains("参观学习单", "姓名", "题目依据", "未审核").doesNotContain("退出登录");

      deletes(page);
    }
  }

  /** She looks at the set as it was, and comes back. */
  private static void earlier(Page page) {
    page.getByText("修改记录").click();
    page.getByRole(AriaRole.BUTTON, named("看第 1 版")).click();
    assertThat(page.getByText("这是第 1 版，只供查看。")).isVisible();
    accessible(page, "studio-earlier");
    page.getByRole(AriaRole.BUTTON, named("回到现在")).click();
  }

  /** What she deletes is gone from her list, and its link says so. */
  private static void deletes(Page page) {
    String link = page.url();
    page.getByRole(AriaRole.BUTTON, named("返回")).click();
    page.getByRole(AriaRole.BUTTON, named("删除").setExact(true)).click();
    accessible(page, "studio-delete");
    page.getByRole(AriaRole.BUTTON, named("确定删除")).click();
    assertThat(page.getByText("还没有题。")).isVisible();
    page.navigate(link);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("已被保管它的老师删除");
    accessible(page, "studio-deleted");
  }

  private String teacher() {
    String name = "teacher-" + UUID.randomUUID();
    Account account =
        new Account(
            UUID.randomUUID(),
            name,
            "王老师",
            Set.of(Role.EDUCATOR),
            new TreeSet<>(),
            true,
            Instant.EPOCH);
    accounts.add(account);
    accounts.setPassword(account.id(), new Passwords().hash(PASSWORD));
    return name;
  }

  private static Download download(Page page, String format, boolean acceptedOnly) {
    page.locator("select[name=format]").selectOption(format);
    page.getByLabel("只导出已接受的题").setChecked(acceptedOnly);
    Download file =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载")).click());
    assertThat(file.suggestedFilename()).matches(Pattern.compile("\\d{8}-麋鹿-v\\d\\d.*"));
    return file;
  }

  private static String word(Download file) throws IOException {
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file.path()));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }

  private static String printed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static void accessible(Page page, String picture) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")).setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
