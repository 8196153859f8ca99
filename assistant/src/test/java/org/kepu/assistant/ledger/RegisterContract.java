package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.reach.count.Count;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The register of activities and the tables that go into it, by HTTP, on each engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisterContract {

  private static final String REGISTER = "/api/v1/admin/activities";
  private static final String PROGRAMMES = "/api/v1/admin/programmes/";
  private static final String TABLES = "/api/v1/admin/ledgers";
  private static final String FILES = "/api/v1/admin/ledgers/evidence";
  private static final String NAMES = "类别,编号,名称,项目,场馆,填报单位,日期,来源,数量,证据等级,证据\n";

  private Service service;
  private Staff admin;

  abstract Service start();

  @BeforeAll
  void open() {
    service = start();
    admin = Staff.with(service.client(), service.bean(Accounts.class), Set.of(Role.ADMIN));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "name, \\u0000, U+0000",
    "unit, \\u0007, U+0007",
    "region, \\n, U+000A",
    "name, \\u2028, U+2028",
    "unit, \\ud800, U+D800"
  })
  void aControlCharacterInATextOfAnActivityIsRefusedByTheFieldsName(
      String field, String character, String named) {
    String before = "\"%s\":\"".formatted(field);
    Response refused =
        admin.put(
            REGISTER + "/ctl", activity("开放日", 0).replace(before, before + "甲" + character + "乙"));

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo("control_character");
    assertThat(refused.json().path("detail").asString()).contains(field).contains(named);
  }

  @Test
  void aControlCharacterInAProgrammesOrPlansNameOrInAnEvidencesTitleIsRefused() {
    assertThat(code(admin.put(PROGRAMMES + "ctl", "{\"name\":\"甲\\u0000乙\"}")))
        .isEqualTo("control_character");
    assertThat(
            code(
                admin.put(
                    "/api/v1/admin/plans/0198a000-0000-7000-8000-0000000000c1",
                    """
                    {"name":"甲\\u0000乙","first":"2026-01-01","last":"2026-12-31","activities":1,
                     "books":0,"products":0,"visits":0}""")))
        .isEqualTo("control_character");
    for (String query : List.of("evidence=a%00b&name=a.pdf", "evidence=a&name=a%00b.pdf")) {
      Response refused = admin.post(FILES + "?" + query, "%PDF-1.7");
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(code(refused)).isEqualTo("control_character");
      assertThat(refused.json().path("detail").asString()).contains("U+0000");
    }
  }

  @ParameterizedTest
  @CsvSource({"编号, 1", "名称, 2", "项目, 3", "填报单位, 5", "证据, 10"})
  void aControlCharacterInATableIsRefusedRowByRow(String column, int place) {
    String[] cells = "R2,ctl-1,观鸟,自然学堂,milu,麋鹿苑,2026-05-20,人工,90,C,签到表 5".split(",");
    cells[place] = "甲\u0000乙";
    JsonNode told = hand(String.join(",", cells), "R2,ctl-2,观鸟,,milu,麋鹿苑,2026-05-20,人工,90,B,");

    assertThat(told.path("kept").asBoolean()).isFalse();
    assertThat(problems(told)).containsExactly("2 " + column + " control_character U+0000");
    assertThat(find("ctl-2").isMissingNode()).isTrue();
  }

  @Test
  void aFailureInTheMiddleOfATableKeepsNothingOfIt() {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    breakLedger(jdbc);
    try {
      Response failed = send("R2,torn-1,观鸟,夜间课堂,milu,麋鹿苑,2026-05-20,闸机,100,B,");
      assertThat(failed.status()).as(failed.text()).isEqualTo(500);
    } finally {
      mendLedger(jdbc);
    }

    assertThat(find("torn-1").isMissingNode()).as("the activity").isTrue();
    assertThat(programmes()).doesNotContain("夜间课堂");
    assertThat(hand("R2,torn-1,观鸟,夜间课堂,milu,麋鹿苑,2026-05-20,闸机,100,B,").path("kept").asBoolean())
        .as("the same table again")
        .isTrue();
  }

  /** Lets no entry of this name be written. */
  abstract void breakLedger(JdbcClient jdbc);

  abstract void mendLedger(JdbcClient jdbc);

  @Test
  void aClosedProgrammeTakesNoNewActivityByAnyDoorAndSaysSinceWhen() {
    String today = Count.dayOf(java.time.Instant.now()).toString();
    make(PROGRAMMES + "old-week", "{\"name\":\"旧科技周\"}");
    hand("R2,old-1,观鸟,旧科技周,milu,麋鹿苑,2026-05-20,闸机,100,B,");
    make(PROGRAMMES + "old-week", "{\"name\":\"旧科技周\",\"closed\":true,\"version\":1}");

    JsonNode told = hand("R2,old-2,观鸟,旧科技周,milu,麋鹿苑,2026-05-20,闸机,100,B,");
    assertThat(told.path("kept").asBoolean()).isFalse();
    assertThat(problems(told)).containsExactly("2 项目 programme_closed 旧科技周（" + today + "）");

    Response refused =
        admin.put(REGISTER + "/old-3", activity("观鸟", 0).replace("science-week", "old-week"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("programme_closed");
    assertThat(refused.json().path("detail").asString()).contains("旧科技周").contains(today);

    make(REGISTER + "/old-4", activity("观鸟", 0));
    Response moved =
        admin.put(REGISTER + "/old-4", activity("观鸟", 1).replace("science-week", "old-week"));
    assertThat(code(moved)).as("moved into it").isEqualTo("programme_closed");

    assertThat(hand("R2,old-1,观鸟,旧科技周,milu,麋鹿苑,2026-05-21,闸机,50,B,").path("kept").asBoolean())
        .as("figures of an activity that it has already")
        .isTrue();
    make(
        REGISTER + "/old-1",
        activity("观鸟", find("old-1").path("version").asInt()).replace("science-week", "old-week"));
  }

  @Test
  void whichRowsDisagreeOnAProgrammeDoesNotDependOnTheirOrder() {
    String without = "R2,order-%d,观鸟,,milu,麋鹿苑,2026-05-20,闸机,100,B,";
    String with = "R2,order-%d,观鸟,科技周,milu,麋鹿苑,2026-05-21,闸机,100,B,";
    for (int i = 0; i < 2; i++) {
      List<String> rows = i == 0 ? List.of(without, with) : List.of(with, without);
      JsonNode told = hand(rows.get(0).formatted(i), rows.get(1).formatted(i));
      assertThat(problems(told)).isEmpty();
      assertThat(find("order-" + i).path("programme").asString()).isEqualTo("science-week");
    }

    String other = "R2,order-2,观鸟,科普月,milu,麋鹿苑,2026-05-22,闸机,100,B,";
    assertThat(problems(hand(with.formatted(2), other)))
        .containsExactly("2 项目 another_programme 科普月", "3 项目 another_programme 科技周");
    assertThat(problems(hand(other, with.formatted(2))))
        .containsExactly("2 项目 another_programme 科技周", "3 项目 another_programme 科普月");
  }

  @Test
  void aTableWithTheProgrammeMayComeAfterOneWithoutIt() {
    hand("R2,later-1,观鸟,,milu,麋鹿苑,2026-05-20,闸机,100,B,");

    JsonNode told = hand("R2,later-1,观鸟,科技周,milu,麋鹿苑,2026-05-21,闸机,100,B,");

    assertThat(problems(told)).isEmpty();
    assertThat(find("later-1").path("programme").asString()).isEqualTo("science-week");
  }

  @Test
  void whatAnotherChangedInTheMeantimeIsNotOverwritten() {
    make(REGISTER + "/twice", activity("开放日", 0));
    int read = find("twice").path("version").asInt();
    make(REGISTER + "/twice", activity("开放日（春）", read));

    Response late = admin.put(REGISTER + "/twice", activity("开放日（秋）", read));
    assertThat(late.status()).as(late.text()).isEqualTo(409);
    assertThat(code(late)).isEqualTo("activity_changed");
    assertThat(find("twice").path("name").asString()).isEqualTo("开放日（春）");

    Response anew = admin.put(REGISTER + "/twice", activity("另一个", 0));
    assertThat(anew.status()).as("one made under an id that is taken").isEqualTo(409);
    assertThat(code(anew)).isEqualTo("activity_exists");
    Response gone = admin.put(REGISTER + "/nobody-made", activity("没有", 3));
    assertThat(code(gone)).isEqualTo("activity_changed");

    make(PROGRAMMES + "twice", "{\"name\":\"夜场\"}");
    make(PROGRAMMES + "twice", "{\"name\":\"夜场一\",\"version\":1}");
    Response lateProgramme = admin.put(PROGRAMMES + "twice", "{\"name\":\"夜场二\",\"version\":1}");
    assertThat(lateProgramme.status()).isEqualTo(409);
    assertThat(code(lateProgramme)).isEqualTo("programme_changed");
    assertThat(code(admin.put(PROGRAMMES + "twice", "{\"name\":\"夜场三\"}")))
        .isEqualTo("programme_exists");
    assertThat(programmes()).contains("夜场一").doesNotContain("夜场二", "夜场三");
  }

  @ParameterizedTest
  @CsvSource({"a/b", "a\\b", "a%2Fb", "a;b", "..", "观鸟/1"})
  void aNumberThatNoAddressCanNameMakesNoActivity(String number) {
    String row = "R2,%s,观鸟,,milu,麋鹿苑,2026-05-20,闸机,100,B,".formatted(number);

    JsonNode told = hand(row);

    assertThat(told.path("kept").asBoolean()).isFalse();
    assertThat(problems(told)).containsExactly("2 编号 id_unaddressable " + number);
    assertThat(problems(hand(row.replace("R2", "R4").replace("milu", "").replace("闸机", ""))))
        .as("of no activity")
        .isEmpty();
  }

  @Test
  void theDoorForActivitiesTellsTheRuleForIds() {
    for (String id : List.of("a%2Fb", "a%20b", "%E8%A7%82%E9%B8%9F")) {
      Response refused = admin.put(REGISTER + "/" + id, activity("观鸟", 0));
      assertThat(refused.status()).as(id + " " + refused.text()).isEqualTo(400);
    }
  }

  @Test
  void aVenueIsNamedByItsIdOrByWhatPeopleCallItAndNoOtherIsTaken() {
    JsonNode kept =
        hand(
            "R2,house-1,观鸟,,北京天文馆,天文馆,2026-05-20,闸机,100,B,",
            "R2,house-2,观鸟,,自然博物馆,自博馆,2026-05-20,闸机,100,B,",
            "R2,house-3,观鸟,,MILU,麋鹿苑,2026-05-20,闸机,100,B,",
            "R2,house-4,观鸟,,,院部,2026-05-20,闸机,100,B,");
    assertThat(problems(kept)).isEmpty();
    assertThat(kept.path("lines").valueStream().map(line -> line.at("/entry/venue").asString()))
        .containsExactly("planetarium", "nature", "milu", "");
    assertThat(find("house-1").path("venue").asString()).isEqualTo("planetarium");

    JsonNode told = hand("R2,house-5,观鸟,,科技馆,院部,2026-05-20,闸机,100,B,");
    assertThat(problems(told))
        .containsExactly("2 场馆 venue_unknown 科技馆（milu 麋鹿苑、nature 国家自然博物馆、planetarium 北京天文馆）");
  }

  @Test
  void aProgrammeIsNotRenamedToWhatAnotherIsCalled() {
    make(PROGRAMMES + "fair", "{\"name\":\"科普市集\"}");

    for (String name : List.of("科技周", " 科技周 ", "科技周\u00a0", "科　技周".replace("　", "\u200b"))) {
      Response taken =
          admin.put(PROGRAMMES + "fair", "{\"name\":\"%s\",\"version\":1}".formatted(name));
      assertThat(taken.status()).as("“%s” %s", name, taken.text()).isEqualTo(409);
      assertThat(code(taken)).isEqualTo("programme_name_taken");
    }
    assertThat(programmes()).contains("科普市集").containsOnlyOnce("科技周");
  }

  @Test
  void aProgrammeThatWasRenamedIsNotRenamedBackByATable() {
    hand("R2,renamed-1,观鸟,夏夜,milu,麋鹿苑,2026-05-20,闸机,100,B,");
    String id = find("renamed-1").path("programme").asString();
    make(PROGRAMMES + id, "{\"name\":\"仲夏夜\",\"version\":1}");

    JsonNode told = hand("R2,renamed-2,观鸟,夏夜,milu,麋鹿苑,2026-05-20,闸机,100,B,");

    assertThat(told.path("kept").asBoolean()).as("%s", told).isTrue();
    assertThat(programmes()).contains("夏夜", "仲夏夜");
    assertThat(find("renamed-2").path("programme").asString()).isNotEqualTo(id);
  }

  private void make(String path, String body) {
    Response made = admin.put(path, body);
    assertThat(made.status()).as("%s %s", path, made.text()).isEqualTo(204);
  }

  private Response send(String... rows) {
    return admin.post(TABLES, NAMES + String.join("\n", rows) + "\n");
  }

  private JsonNode hand(String... rows) {
    Response told = send(rows);
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    return told.json();
  }

  private static List<String> problems(JsonNode told) {
    return told.path("problems")
        .valueStream()
        .map(
            it ->
                "%d %s %s %s"
                    .formatted(
                        it.path("row").asInt(),
                        it.path("column").asString(),
                        it.path("code").asString(),
                        it.path("value").asString()))
        .toList();
  }

  private JsonNode find(String id) {
    return admin
        .get(REGISTER)
        .json()
        .path("activities")
        .valueStream()
        .filter(it -> it.path("id").asString().equals(id))
        .findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }

  private List<String> programmes() {
    return admin
        .get(REGISTER)
        .json()
        .path("programmes")
        .valueStream()
        .map(it -> it.path("name").asString())
        .toList();
  }

  private static String code(Response response) {
    return response.json().path("code").asString();
  }

  private static String activity(String name, int version) {
    return """
        {"name":"%s","programme":"science-week","venue":"milu","hall":"","region":"",\
        "first":"2026-01-01","last":"2099-12-31","unit":"麋鹿苑","form":"on_site","closed":false,\
        "version":%d}"""
        .formatted(name, version);
  }
}
