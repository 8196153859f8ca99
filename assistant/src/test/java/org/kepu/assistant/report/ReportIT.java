package org.kepu.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.count.Rollups;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as it is asked for, taken along, and locked, in a running service. */
class ReportIT {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");
  private static final String SECRET = "我的电话是秘密一二三";

  @Test
  void aReportIsSeenTakenAlongAndLocked() {
    try (Service service = Service.start(IndexedHome.named("report"))) {
      SyntheticYears.count(
          service.bean(Rollups.class), YearMonth.of(2026, 4), YearMonth.of(2026, 5), 8);
      SyntheticYears.report(
          service.bean(Ledgers.class), YearMonth.of(2026, 4), YearMonth.of(2026, 5));
      Accounts accounts = service.bean(Accounts.class);
      Staff admin = Staff.with(service.client(), accounts, Set.of(Role.ADMIN));
      Staff analyst = Staff.with(service.client(), accounts, Set.of(Role.ANALYST));
      Staff ofMilu = Staff.with(service.client(), accounts, Set.of(Role.ANALYST), "milu");

      JsonNode report = analyst.get("/api/v1/admin/reports/2026-05").json();
      assertThat(report.path("title").asString()).isEqualTo("北京市科学技术研究院科普服务成效月报（2026年5月）");
      assertThat(report.toString()).contains("kepu-reach 3").contains("未锁定").contains("地区以城市为限");
      long visits = visits(report);
      assertThat(visits).isPositive();

      JsonNode theirs = ofMilu.get("/api/v1/admin/reports/2026-05").json();
      assertThat(visits(theirs)).isPositive().isLessThan(visits);
      assertThat(theirs.toString())
          .contains("麋鹿苑")
          .doesNotContain("北京天文馆")
          .doesNotContain("R2 线下人次");
      assertThat(ofMilu.get("/api/v1/admin/reports/locks").status()).isEqualTo(403);

      for (String form : List.of("xlsx", "docx", "pdf", "csv")) {
        Response file = analyst.get("/api/v1/admin/reports/2026-05/file?format=" + form);
        assertThat(file.status()).as(form).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
            .contains("filename*=UTF-8''")
            .contains("." + form);
      }
      assertThat(analyst.get("/api/v1/admin/reports/2026-05/file?format=doc").status())
          .isEqualTo(400);
      assertThat(analyst.get("/api/v1/admin/reports/2026-5").json().path("code").asString())
          .isEqualTo("span_senseless");
      assertThat(analyst.get("/api/v1/admin/reports/2999").status()).isEqualTo(400);

      assertThat(admin.post("/api/v1/admin/reports/locks/2026-05", "").status())
          .as("not in turn")
          .isEqualTo(409);
      assertThat(admin.post("/api/v1/admin/reports/locks/2026-04", "").status()).isEqualTo(200);
      JsonNode locks = admin.post("/api/v1/admin/reports/locks/2026-05", "").json();
      assertThat(locks.path("locks")).hasSize(2);
      assertThat(
              analyst
                  .get("/api/v1/admin/reports/locks/verification")
                  .json()
                  .path("equal")
                  .asBoolean())
          .isTrue();
      assertThat(analyst.post("/api/v1/admin/reports/locks/2026-06", "").status()).isEqualTo(403);

      SyntheticYears.count(
          service.bean(Rollups.class), YearMonth.of(2026, 5), YearMonth.of(2026, 5), 9);
      assertThat(admin.post("/api/v1/admin/reports/locks/adjustments", "{}").status())
          .isEqualTo(400);
      JsonNode made =
          admin.post("/api/v1/admin/reports/locks/adjustments", "{\"reason\":\"补录\"}").json();
      assertThat(made.valueStream().map(it -> it.path("figure").asString())).contains("visits");
      JsonNode after = analyst.get("/api/v1/admin/reports/2026-05").json();
      assertThat(visits(after)).as("the locked figure").isEqualTo(visits);
      assertThat(after.toString()).contains("本月已锁定").contains("补录");
    }
  }

  @Test
  void statementsHoldNoTextNoPersonAndNoTest() {
    try (Service service = Service.start(IndexedHome.named("statements"))) {
      InteractionLog log = service.bean(InteractionLog.class);
      String conversation = UUID.randomUUID().toString();
      ask(log, conversation, "milu", Set.of());
      ask(log, UUID.randomUUID().toString(), "nature", Set.of());
      ask(log, UUID.randomUUID().toString(), "milu", Set.of(Flag.BOT));
      Accounts accounts = service.bean(Accounts.class);
      Staff admin = Staff.with(service.client(), accounts, Set.of(Role.ADMIN));
      Staff ofMilu = Staff.with(service.client(), accounts, Set.of(Role.ADMIN), "milu");
      Staff analyst = Staff.with(service.client(), accounts, Set.of(Role.ANALYST));

      Response response = admin.get("/api/v1/admin/reports/2026-05/statements");
      List<JsonNode> statements = statements(response);

      assertThat(statements).hasSize(6);
      assertThat(statements)
          .allSatisfy(
              statement -> {
                assertThat(statement.path("version").asString()).isEqualTo("1.0.3");
                assertThat(UUID.fromString(statement.path("id").asString())).isNotNull();
                assertThat(statement.path("actor").path("account").path("name").asString())
                    .startsWith("visitor-");
                assertThat(statement.path("actor").path("account").path("homePage").asString())
                    .startsWith("http://");
                assertThat(statement.path("verb").path("id").asString()).startsWith("http://");
                assertThat(statement.path("object").path("id").asString()).startsWith("http://");
                assertThat(statement.path("timestamp").asString()).endsWith(":00Z");
              });
      assertThat(response.text())
          .contains("verbs/asked", "verbs/experienced", "verb/rated")
          .doesNotContain(conversation)
          .doesNotContain(SECRET)
          .doesNotContain("visitor key");
      assertThat(statements(ofMilu.get("/api/v1/admin/reports/2026-05/statements"))).hasSize(3);
      assertThat(analyst.get("/api/v1/admin/reports/2026-05/statements").status()).isEqualTo(403);
    }
  }

  private static void ask(InteractionLog log, String conversation, String venue, Set<Flag> flags) {
    String answer = UUID.randomUUID().toString();
    var at = DAY.atTime(10, 20, 31).atZone(Material.ACADEMY).toInstant();
    Scene scene =
        new Scene(
            null,
            "visitor key " + conversation,
            Channel.WEB,
            null,
            venue,
            null,
            null,
            null,
            null,
            Audience.GENERAL,
            null,
            "zh-CN",
            flags);
    log.append(Interaction.question(UUID.randomUUID(), at, conversation, answer, scene, SECRET));
    log.append(
        Interaction.answer(
            UUID.randomUUID(),
            at.plusMillis(40),
            conversation,
            answer,
            new Ending(
                Outcome.ANSWERED,
                Intent.KNOWLEDGE,
                true,
                List.of(),
                List.of("milu"),
                "extractive",
                null,
                "g",
                12L,
                30L)));
    log.append(
        Interaction.feedback(
            UUID.randomUUID(), at.plusSeconds(5), conversation, answer, "up", null));
  }

  private static List<JsonNode> statements(Response response) {
    JsonMapper json = new JsonMapper();
    List<JsonNode> statements = new ArrayList<>();
    response.text().lines().forEach(line -> statements.add(json.readTree(line)));
    return statements;
  }

  private static long visits(JsonNode report) {
    return report
        .path("sections")
        .get(0)
        .path("tables")
        .get(0)
        .path("rows")
        .valueStream()
        .filter(row -> row.get(0).path("text").asString().startsWith("R1"))
        .findFirst()
        .orElseThrow()
        .get(1)
        .path("number")
        .asLong();
  }
}
