package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.count.Rollups;
import tools.jackson.databind.JsonNode;

/** A unit's table, from the first look at it to the sum that is reported. */
class LedgerIT {

  private static final String NAMES = "类别,编号,名称,项目,场馆,填报单位,日期,来源,数量,证据等级,证据\n";
  private static final String TABLE =
      NAMES
          + "R2,kjz-1,科技周开幕,科技周,milu,麋鹿苑,2026-05-20,闸机,1000,B,\n"
          + "R3,live-1,云游麋鹿苑,科普月,milu,麋鹿苑,2026-05-21,,5000,D,截图 1\n"
          + "R4,video-1,麋鹿的角,,,宣传部,2026-05-22,,90000,D,截图 2\n"
          + "图书,978-7-02-000220-7,麋鹿,,,出版社,2026-05-02,,,C,版权页\n";
  private static final String MAY = "/api/v1/admin/ledgers?from=2026-05-01&to=2026-05-31";

  @Test
  void aTableIsLookedAtKeptOnceAndSummedWithoutCountingAnybodyTwice() {
    try (Service service = Service.start(IndexedHome.named("ledger"))) {
      visits(service.bean(Rollups.class));
      Staff curator =
          Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.CURATOR));

      Response look = curator.post("/api/v1/admin/ledgers?preview=true", TABLE);
      assertThat(look.status()).isEqualTo(200);
      assertThat(effects(look)).containsOnly("NEW");
      assertThat(curator.get(MAY).json().path("totals").path("offline").asInt()).isZero();

      String withMistake = TABLE + "R2,kjz-2,闭幕,科技周,milu,麋鹿苑,2026-05-27,闸机,很多,B,\n";
      Response refused = curator.post("/api/v1/admin/ledgers", withMistake);
      assertThat(refused.json().path("kept").asBoolean()).isFalse();
      assertThat(refused.json().path("problems").get(0).path("row").asInt()).isEqualTo(6);
      assertThat(curator.get(MAY).json().path("totals").path("offline").asInt()).isZero();

      assertThat(curator.post("/api/v1/admin/ledgers", TABLE).json().path("kept").asBoolean())
          .isTrue();
      JsonNode before = curator.get(MAY).json();
      assertThat(effects(curator.post("/api/v1/admin/ledgers", TABLE))).containsOnly("SAME");
      assertThat(curator.get(MAY).json()).as("after the same file again").isEqualTo(before);

      assertThat(before.path("visits").asInt()).isEqualTo(300);
      assertThat(before.path("totals").path("offline").asInt()).isEqualTo(1000);
      assertThat(before.path("totals").path("online").asInt()).isEqualTo(5000);
      assertThat(before.path("totals").path("media").asInt()).isEqualTo(90000);
      assertThat(before.path("totals").path("books").asInt()).isEqualTo(1);
      // 120 visits at the activity that the gate counts, 30 covered by one that nobody reported.
      assertThat(before.path("overlap").asInt()).isEqualTo(150);
      assertThat(before.path("served").asInt()).isEqualTo(300 + 1000 + 5000 - 150);

      assertThat(curator.get("/api/v1/admin/plans").json().get(0).path("over").asBoolean())
          .as("the plan of 2023 to 2025 has ended")
          .isTrue();
    }
  }

  private static void visits(Rollups rollups) {
    LocalDate day = LocalDate.parse("2026-05-20");
    TreeMap<Cell, Long> figures = new TreeMap<>();
    figures.put(cell(day, Measure.VISIT, ""), 100L);
    figures.put(cell(day, Measure.VISIT, "kjz-1"), 120L);
    figures.put(cell(day, Measure.VISIT_COVERED, "kjz-1"), 20L);
    figures.put(cell(day, Measure.VISIT, "walk"), 80L);
    figures.put(cell(day, Measure.VISIT_COVERED, "walk"), 30L);
    rollups.replace(day, figures, java.time.Instant.EPOCH);
  }

  private static Cell cell(LocalDate day, Measure measure, String activity) {
    return new Cell(day, 10, measure, "web", "milu", "", activity, "", "", "", "general", "");
  }

  private static java.util.List<String> effects(Response response) {
    return response
        .json()
        .path("lines")
        .valueStream()
        .map(line -> line.path("effect").asString())
        .toList();
  }
}
