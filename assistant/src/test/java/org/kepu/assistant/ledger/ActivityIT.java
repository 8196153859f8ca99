package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.reach.count.Rollup;
import tools.jackson.databind.JsonNode;

/** An activity from the day it is planned to the figures that are told of it. */
class ActivityIT {

  private static final String REGISTER = "/api/v1/admin/activities";
  private static final String FILES = "/api/v1/admin/ledgers/evidence";
  private static final String BROWSER = "Mozilla/5.0 Firefox/144.0";
  private static final String NAMES = "类别,编号,名称,项目,场馆,填报单位,日期,来源,数量,证据等级,证据\n";

  @Test
  void whatIsAskedAtAnActivityIsToldByItAndByItsProgramme() {
    try (Service service = Service.start(IndexedHome.named("activity"))) {
      Staff curator =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR));
      Response made = curator.send("PUT", REGISTER + "/open-day", activity("开放日", "false"));
      assertThat(made.status()).as(made.text()).isEqualTo(204);

      for (int i = 0; i < 12; i++) {
        Response answer =
            service
                .client()
                .post(
                    "/api/v1/chat",
                    """
                    {"question":"麋鹿为什么叫“四不像”？","channel":"kiosk","terminal":"k-%d",
                     "activity":"open-day"}"""
                        .formatted(i));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      }
      service.bean(Rollup.class).update();

      JsonNode metrics = curator.get("/api/v1/admin/metrics").json();
      // A kiosk that nobody paired is a trial: nothing of it is reported.
      assertThat(metrics.path("activities").size()).isZero();

      for (int i = 0; i < 12; i++) {
        Response answer =
            service
                .client()
                .post(
                    "/api/v1/chat",
                    """
                    {"question":"麋鹿为什么叫“四不像”？","channel":"h5","activity":"open-day"}""",
                    "User-Agent",
                    BROWSER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      }
      service.bean(Rollup.class).update();

      metrics = curator.get("/api/v1/admin/metrics").json();
      assertThat(row(metrics.path("activities"), "open-day")).isEqualTo(10);
      assertThat(row(metrics.path("programmes"), "science-week")).isEqualTo(10);
      assertThat(row(metrics.path("regions"), "北京市")).isEqualTo(10);
      assertThat(row(metrics.path("venues"), "milu")).isEqualTo(12);
    }
  }

  @Test
  void aTableMakesActivitiesAndIsTurnedAwayWhereItDoesNotFitOne() {
    try (Service service = Service.start(IndexedHome.named("activity-table"))) {
      Staff curator =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR));
      String rows =
          "R2,观鸟-1,观鸟,自然学堂,milu,麋鹿苑,2026-05-20,闸机,100,B,\n"
              + "R2,观鸟-1,观鸟,自然学堂,milu,麋鹿苑,2026-05-21,人工,90,C,签到表 5\n";

      JsonNode looked = curator.post("/api/v1/admin/ledgers?preview=true", NAMES + rows).json();
      assertThat(looked.path("activities").get(0).path("id").asString()).isEqualTo("观鸟-1");
      assertThat(curator.get(REGISTER).json().path("activities").size())
          .as("a preview makes none")
          .isZero();

      JsonNode kept = curator.post("/api/v1/admin/ledgers", NAMES + rows).json();
      assertThat(kept.path("kept").asBoolean()).as("%s", kept).isTrue();
      JsonNode activity = curator.get(REGISTER).json().path("activities").get(0);
      assertThat(activity.path("last").asString()).isEqualTo("2026-05-21");
      assertThat(activity.path("programme").asString()).isEqualTo("nature-school");

      Response closed =
          curator.send(
              "PUT",
              REGISTER + "/%E8%A7%82%E9%B8%9F-1",
              """
              {"name":"观鸟","programme":"nature-school","venue":"milu","first":"2026-05-20",
               "last":"2026-05-21","unit":"麋鹿苑","form":"on_site","closed":true,"version":1}""");
      assertThat(closed.status()).as(closed.text()).isEqualTo(204);
      assertThat(
              curator.post("/api/v1/admin/ledgers", NAMES + rows).json().path("kept").asBoolean())
          .as("the same table again")
          .isTrue();
      JsonNode refused =
          curator.post("/api/v1/admin/ledgers", NAMES + rows.replace(",100,", ",101,")).json();
      assertThat(refused.path("kept").asBoolean()).isFalse();
      assertThat(refused.path("problems").get(0).path("code").asString())
          .isEqualTo("activity_closed");
      assertThat(refused.path("problems").get(0).path("row").asInt()).isEqualTo(2);
    }
  }

  @Test
  void evidenceIsHandedInToldAndOnlyEverSaved() {
    try (Service service = Service.start(IndexedHome.named("evidence"))) {
      Staff curator =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR));
      Staff ofMilu =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR), "milu");
      String to = FILES + "?evidence=%E7%AD%BE%E5%88%B0%E8%A1%A8%205&name=sign-in.pdf";
      String page = "%PDF-1.7 签到表";

      Response filed = curator.post(to, page);
      assertThat(filed.status()).as(filed.text()).isEqualTo(200);
      String sha256 = filed.json().path("sha256").asString();
      assertThat(curator.post(to, page).json()).as("again").isEqualTo(filed.json());
      assertThat(curator.get(FILES).json().size()).isEqualTo(1);

      Response saved = curator.get(FILES + "/" + sha256);
      assertThat(saved.text()).isEqualTo(page);
      assertThat(saved.header("Content-Disposition")).startsWith("attachment");
      assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(saved.header("Content-Type")).isEqualTo("application/pdf");

      Response script = curator.post(to, "<script>alert(1)</script>");
      assertThat(script.status()).isEqualTo(400);
      assertThat(script.json().path("code").asString()).isEqualTo("evidence_kind");
      Response large = curator.post(to, "%PDF-" + "x".repeat(9 * 1024 * 1024));
      assertThat(large.status()).isEqualTo(413);
      assertThat(ofMilu.get(FILES + "/" + sha256).status()).isEqualTo(403);
      assertThat(curator.get(FILES + "/" + "0".repeat(64)).status()).isEqualTo(404);

      curator.post(
          "/api/v1/admin/ledgers", NAMES + "R2,gn-1,观鸟,自然学堂,milu,麋鹿苑,2026-05-20,人工,90,C,签到表 5\n");
      Staff analyst =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.ANALYST));
      assertThat(analyst.get("/api/v1/admin/reports/2026-05").text())
          .contains(sha256)
          .contains("sign-in.pdf");
    }
  }

  @Test
  void aFileIsWhatItBeginsWithWhateverItIsCalled() {
    try (Service service = Service.start(IndexedHome.named("evidence-names"))) {
      Staff curator =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR));
      // ../../a<right-to-left override>gpj.html, with a quote
      String hostile = "..%2F..%5Ca%E2%80%AEgpj%22b.html";
      String png = "\u0089PNG\r\n\032\n";

      Response filed =
          curator.post(FILES + "?evidence=1&name=" + hostile, "%PDF-1.7 <script>alert(1)</script>");
      assertThat(filed.status()).as(filed.text()).isEqualTo(200);
      assertThat(filed.json().path("kind").asString()).isEqualTo("pdf");
      // As UTF-8 its first byte is another.
      assertThat(curator.post(FILES + "?evidence=1&name=a.png", png).json().path("code").asString())
          .isEqualTo("evidence_kind");
      assertThat(curator.post(FILES + "?evidence=1&name=a.pdf", "%PDF").status()).isEqualTo(400);
      assertThat(curator.post(FILES + "?evidence=1&name=a.pdf", "").status()).isEqualTo(400);
      assertThat(
              curator
                  .post(FILES + "?evidence=1&name=a%0D%0Ab.pdf", "%PDF-1.7")
                  .json()
                  .path("code")
                  .asString())
          .as("a line's end in its name")
          .isEqualTo("control_character");
      assertThat(curator.post(FILES + "?evidence=%20&name=a.pdf", "%PDF-1").status())
          .isEqualTo(400);

      Response saved = curator.get(FILES + "/" + filed.json().path("sha256").asString());
      assertThat(saved.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(saved.header("Content-Security-Policy")).isEqualTo("sandbox");
      assertThat(saved.header("Content-Disposition"))
          .startsWith("attachment; ")
          .endsWith(".html.pdf")
          .doesNotContain("/", "\\", "%2F", "%5C", "%22", "%E2%80%AE", "%0D", "%0A");
      assertThat(curator.get(FILES + "/..%2F..%2Fkepu.db").status()).isIn(400, 404);
      assertThat(curator.get(FILES + "/kepu.db").status()).isEqualTo(404);
    }
  }

  @Test
  void evidenceIsForAccountsOfAllVenues() {
    try (Service service = Service.start(IndexedHome.named("evidence-venues"))) {
      Staff ofMilu =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR), "milu");
      assertThat(ofMilu.get(FILES).status()).isEqualTo(403);
      assertThat(ofMilu.post(FILES + "?evidence=1&name=a.pdf", "%PDF-1.7").status()).isEqualTo(403);
      assertThat(service.client().get(FILES).status()).isEqualTo(401);
    }
  }

  private static String activity(String name, String closed) {
    return """
        {"name":"%s","programme":"science-week","venue":"milu","hall":"","first":"2026-01-01",
         "last":"2099-12-31","unit":"麋鹿苑","form":"on_site","closed":%s}"""
        .formatted(name, closed);
  }

  private static long row(JsonNode rows, String key) {
    return rows.valueStream()
        .filter(row -> row.path("key").asString().equals(key))
        .mapToLong(row -> row.path("visits").asLong(-1))
        .findFirst()
        .orElse(0);
  }
}
