package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same payloads where those who work with the service see what visitors and documents say: each
 * is shown as it was written, nothing of it runs, and no request leaves the page.
 *
 * <p>What the service answers is in {@code staff-answers.json}: {@code TEXT} is a payload, and what
 * stands behind {@code EACH} is there once for each.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(
    named = "KEPU_EVAL_DATA",
    matches = ".+",
    disabledReason =
        "KEPU_EVAL_DATA does not name the folder of data sets, which holds the payloads")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StaffPayloadsIT {

  private static final LocatorAssertions.HasCountOptions PATIENTLY =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);
  private static final JsonNode ANSWERS = answers();
  private static final String LAST_MONTH =
      YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();

  @LocalServerPort private int port;

  /** A section, what the service tells it, and where it shows each text. */
  enum Section {
    REACH(
        "/admin#reach",
        ".third tbody th",
        Map.of(
            "admin/metrics",
            "metrics",
            "admin/ledgers",
            "totals",
            "admin/activities",
            "noActivities")),
    REPORTS(
        "/admin#reports",
        ".report tbody th",
        Map.of("admin/reports/" + LAST_MONTH, "report", "admin/reports/locks", "locks")),
    GAPS("/admin#gaps", "li.card > h2", Map.of("admin/gaps", "gaps")),
    CORRECTIONS("/admin#corrections", "li.card > h2", Map.of("admin/corrections", "corrections")),
    DOCUMENTS("/admin#documents", "tbody th a", Map.of("admin/documents", "documents")),
    ACTIVITIES(
        "/admin#activities", "tbody td:nth-child(5)", Map.of("admin/activities", "activities")),
    EVIDENCE(
        "/admin#ledgers",
        "td code",
        Map.of("admin/plans", "plans", "admin/ledgers/evidence", "filed")),
    LEDGERS(
        "/admin#ledgers",
        "details tbody th",
        Map.of(
            "admin/plans",
            "plans",
            "admin/ledgers",
            "import",
            "admin/ledgers/evidence",
            "nothingFiled")) {
      @Override
      void use(Page page) {
        page.locator("input[type=file]:not([name])")
            .setInputFiles(
                new FilePayload("table.csv", "text/csv", "名称\n".getBytes(UTF_8)),
                new Locator.SetInputFilesOptions().setTimeout(60_000));
      }
    },
    TERMINALS("/admin#terminals", "tbody th small", Map.of("admin/terminals", "terminals")) {
      @Override
      void use(Page page) {
        page.locator("kepu-terminals tbody button:nth-child(2)").first().click();
      }

      // A space parts the id from the name.
      @Override
      String text(String shown) {
        return shown.substring(1);
      }
    },
    ACCOUNTS("/admin#accounts", "tbody th", Map.of("admin/accounts", "accounts")) {
      @Override
      void use(Page page) {
        page.locator("kepu-accounts tbody button").first().click();
      }
    },
    LOG("/admin#log", "tbody td:last-child", Map.of("admin/security-log", "log")),
    SETS(
        "/educator",
        ".sets a",
        Map.of("educator/sources", "sources", "educator/item-sets", "sets")),
    ITEMS(
        "/educator#set=s",
        ".stem",
        Map.of(
            "educator/sources",
            "sources",
            "educator/item-sets",
            "sets",
            "educator/item-sets/s",
            "set",
            "educator/formats",
            "formats")) {
      // The worksheet shows some of the titles, and changing an item puts its words into fields.
      @Override
      void use(Page page) {
        page.locator("aside button").last().click();
        assertThat(page.locator("kepu-worksheet footer")).isAttached();
        page.locator(".bar button").first().click();
        page.locator("kepu-item .edit").first().click();
        page.locator("kepu-item .editing button").last().click();
      }
    };

    private final String address;
    private final String place;
    private final Map<String, String> told;

    Section(String address, String place, Map<String, String> told) {
      this.address = address;
      this.place = place;
      this.told = told;
    }

    /** Whatever has to be done before all texts are to be seen. */
    void use(Page page) {}

    /** The text of what is shown at its place. */
    String text(String shown) {
      return shown;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTextWhereStaffSeesIt(Section section) {
    for (boolean policy : new boolean[] {false, true}) {
      try (Trap trap = new Trap("http://localhost:" + port, policy)) {
        // What runs without a policy is what a policy has to stop: with it, some are enough.
        trap.compareWithHarmlessWords(
            Payloads.every(policy ? 16 : 4), batch -> show(trap, section, batch));
      }
    }
  }

  private List<String> show(Trap trap, Section section, List<String> batch) {
    Map<String, JsonNode> bodies = new HashMap<>();
    bodies.put("/api/v1/account", ANSWERS.get("account"));
    section.told.forEach(
        (path, name) ->
            bodies.put("/api/v1/" + path, filled(ANSWERS.get(name), batch.getFirst(), batch)));
    trap.answer(bodies);
    Page page = trap.page();
    page.navigate("about:blank"); // what differs behind the # alone is not loaded anew
    page.navigate("http://localhost:" + port + section.address);
    section.use(page);
    assertThat(page.locator(section.place)).hasCount(batch.size(), PATIENTLY);
    return trap.shown(section.place).stream().map(section::text).toList();
  }

  /** A template with a text in its places, and with each of the texts where it says so. */
  private static JsonNode filled(JsonNode template, String text, List<String> texts) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (template.isString() && template.stringValue().equals("TEXT")) {
      return nodes.stringNode(text);
    }
    if (template instanceof ObjectNode object) {
      ObjectNode filled = nodes.objectNode();
      object.properties().forEach(e -> filled.set(e.getKey(), filled(e.getValue(), text, texts)));
      return filled;
    }
    if (template instanceof ArrayNode array) {
      ArrayNode filled = nodes.arrayNode();
      if (!array.isEmpty()
          && array.get(0).isString()
          && array.get(0).stringValue().equals("EACH")) {
        texts.forEach(each -> filled.add(filled(array.get(1), each, texts)));
      } else {
        array.forEach(element -> filled.add(filled(element, text, texts)));
      }
      return filled;
    }
    return template;
  }

  private static JsonNode answers() {
    try (InputStream file = StaffPayloadsIT.class.getResourceAsStream("staff-answers.json")) {
      return new JsonMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
