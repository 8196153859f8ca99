package org.kepu.assistant.web.educator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.educator.export.Format;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A teacher's way over HTTP: order, watch, review, word anew, arrange, export. */
@ServiceTest
class StudioIT {

  private static final String MILU =
      """
      {"title": "麋鹿", "exhibit": "麋鹿", "stage": "years_5_6",
       "kinds": {"single_choice": 4, "true_false": 4, "fill_in": 2, "short_answer": 2, "hands_on": 1}}
      """;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private Client client = new Client(0);
  private Staff teacher = Staff.nobody(client);
  private ItemSets sets = new ItemSets(teacher);

  @BeforeEach
  void signIn() {
    client = new Client(port);
    teacher = Staff.with(client, accounts, Set.of(Role.EDUCATOR));
    sets = new ItemSets(teacher);
  }

  @Test
  void aSetIsMadeReviewedAndExported() {
    JsonNode set = sets.made(MILU);

    List<JsonNode> sound = slots(set, slot -> slot.path("objections").isEmpty());
    assertThat(sound).hasSize(13);
    assertThat(sound)
        .allSatisfy(
            slot -> {
              assertThat(slot.path("evidence").get(0).path("quote").asString()).isNotEmpty();
              assertThat(slot.path("source").asString()).contains("《");
            });
    assertThat(slots(set, slot -> !slot.path("objections").isEmpty()))
        .allSatisfy(
            slot ->
                assertThat(slot.path("objections").get(0).path("label").asString()).isNotEmpty());

    String id = set.path("id").asString();
    int first = sound.getFirst().path("number").asInt();
    int second = sound.get(1).path("number").asInt();
    JsonNode accepted = review(id, 1, first, "accepted", "");
    assertThat(accepted.path("version").asInt()).isEqualTo(2);
    assertThat(review(id, 2, second, "rejected", "太难").path("version").asInt()).isEqualTo(3);
    Response stale =
        teacher.post(ItemSets.PATH + "/" + id + "/slots/" + first + "/review", body(1, "open"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("code").asString()).isEqualTo("set_changed");

    Response reworded =
        teacher.put(
            ItemSets.PATH + "/" + id + "/slots/" + first,
            "{\"version\": 3, \"stem\": \"请问，月球有多大？\"}");
    assertThat(reworded.status()).as(reworded.text()).isEqualTo(200);
    JsonNode edited = slots(reworded.json(), s -> s.path("number").asInt() == first).getFirst();
    assertThat(edited.path("edited").asBoolean()).isTrue();
    assertThat(edited.path("objections")).as("asked of the moon, answered by a deer").isNotEmpty();
    assertThat(edited.path("decision").asString()).as("reviewed again").isEqualTo("open");

    review(id, 4, first, "accepted", "");
    String onlyAccepted = export(id, "csv&only=accepted").text();
    assertThat(onlyAccepted).contains("请问，月球有多大？").contains("已审核").doesNotContain("未审核");
    String all = export(id, "csv").text();
    assertThat(all).contains("未审核").doesNotContain(sound.get(1).path("stem").asString());
    assertThat(teacher.get(ItemSets.PATH + "/" + id + "?version=1").json().path("slots"))
        .isEqualTo(set.path("slots"));
    counted(id);
  }

  private void counted(String id) {
    assertThat(types(id, ":%")).contains("item_generated", "item_reviewed");
    assertThat(types(id, "")).contains("export");
  }

  private List<String> types(String id, String rest) {
    return jdbc
        .sql("SELECT DISTINCT type FROM interaction WHERE answer_id LIKE ?")
        .param(id + rest)
        .query(String.class)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  void everyFormatIsExportedUnderANameThatSorts() {
    String id = sets.made(MILU).path("id").asString();

    assertThat(List.of(Format.values()))
        .allSatisfy(
            format -> {
              Response file = export(id, format.code());
              assertThat(file.status()).as(format.code()).isEqualTo(200);
              assertThat(file.header("Content-Disposition"))
                  .contains("attachment", format.extension());
            });
    assertThat(export(id, "exe").json().path("code").asString()).isEqualTo("format_unknown");
  }

  @Test
  void anotherTeacherReadsAndExportsByTheLinkButDoesNotChange() {
    String id = sets.made(MILU).path("id").asString();
    Staff colleague = Staff.with(client, accounts, Set.of(Role.EDUCATOR));

    assertThat(colleague.get(ItemSets.PATH + "/" + id).json().path("mine").asBoolean()).isFalse();
    assertThat(colleague.get(ItemSets.PATH + "/" + id + "/export?format=gift").status())
        .isEqualTo(200);
    assertThat(
            colleague
                .post(ItemSets.PATH + "/" + id + "/slots/1/review", body(1, "accepted"))
                .json()
                .path("code")
                .asString())
        .isEqualTo("set_not_yours");
    assertThat(colleague.get(ItemSets.PATH).json()).isEmpty();
  }

  @Test
  void aLinkOpensASetInsideItsHouseOnly() {
    Staff owner = Staff.with(client, accounts, Set.of(Role.EDUCATOR), "milu");
    String link = ItemSets.PATH + "/" + new ItemSets(owner).made(MILU).path("id").asString();
    Staff colleague = Staff.with(client, accounts, Set.of(Role.EDUCATOR), "milu", "planetarium");
    Staff stranger = Staff.with(client, accounts, Set.of(Role.EDUCATOR), "planetarium");

    for (Staff inside : List.of(owner, colleague, teacher)) {
      assertThat(inside.get(link).status()).isEqualTo(200);
      assertThat(inside.get(link + "/export?format=csv").status()).isEqualTo(200);
    }
    for (String path : List.of(link, link + "?version=1", link + "/export?format=csv")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
      assertThat(stranger.get(path).json().path("code").asString()).isEqualTo("venue_not_yours");
    }
  }

  @Test
  void whatASetDidWithoutIsCountedByReason() {
    JsonNode set =
        sets.made(
            """
            {"title": "麋鹿", "exhibit": "麋鹿", "stage": "years_3_4", "difficulty": ["easy", "medium"],
             "kinds": {"single_choice": 30, "true_false": 30, "short_answer": 30}}
            """);

    JsonNode refused = set.path("refused");
    int shown = slots(set, slot -> !slot.path("objections").isEmpty()).size();
    assertThat(counts(refused.path("objections"))).isGreaterThanOrEqualTo(Math.max(1, shown));
    assertThat(refused.path("misfits").toString()).contains("stage", "学段偏高", "difficulty");
  }

  private static int counts(JsonNode reasons) {
    int sum = 0;
    for (JsonNode reason : reasons) {
      sum += reason.path("count").asInt();
    }
    return sum;
  }

  @Test
  void aPlaceGetsAnotherItemAndAnEarlierVersionComesBack() {
    JsonNode set =
        sets.made(
            """
            {"title": "麋鹿", "exhibit": "麋鹿", "kinds": {"true_false": 2},
             "competences": ["scientific_ideas"]}
            """);
    String path = ItemSets.PATH + "/" + set.path("id").asString();
    JsonNode first = set.path("slots").get(0);
    int number = first.path("number").asInt();

    JsonNode renewed =
        teacher.post(path + "/slots/" + number + "/renew", "{\"version\": 1}").json();
    JsonNode other = slots(renewed, slot -> slot.path("number").asInt() == number).getFirst();
    assertThat(other.path("stem").asString()).isNotEqualTo(first.path("stem").asString());
    assertThat(other.path("kind").asString()).isEqualTo("true_false");
    assertThat(other.path("objections")).isEmpty();
    assertThat(other.path("alignment").path("competences").toString()).contains("scientific_ideas");
    assertThat(teacher.get(path + "/versions").json().findValuesAsString("version"))
        .containsExactly("2", "1");

    JsonNode restored = teacher.post(path + "/restore", "{\"version\": 2, \"from\": 1}").json();
    assertThat(restored.path("version").asInt()).isEqualTo(3);
    assertThat(restored.path("slots")).isEqualTo(set.path("slots"));
    assertThat(teacher.post(path + "/restore", "{\"version\": 3, \"from\": 9}").status())
        .isEqualTo(404);
  }

  @Test
  void whoDeletesASetDeletesItForEverybodyWithTheLink() {
    String id = sets.made(MILU).path("id").asString();
    Staff colleague = Staff.with(client, accounts, Set.of(Role.EDUCATOR));
    assertThat(
            colleague.send("DELETE", ItemSets.PATH + "/" + id, "").json().path("code").asString())
        .isEqualTo("set_not_yours");

    assertThat(teacher.send("DELETE", ItemSets.PATH + "/" + id, "").status()).isEqualTo(204);

    for (Staff reader : List.of(teacher, colleague)) {
      Response gone = reader.get(ItemSets.PATH + "/" + id);
      assertThat(gone.status()).isEqualTo(410);
      assertThat(gone.json().path("code").asString()).isEqualTo("set_deleted");
      assertThat(reader.get(ItemSets.PATH + "/" + id + "/export?format=csv").status())
          .isEqualTo(410);
    }
    assertThat(teacher.send("DELETE", ItemSets.PATH + "/" + id, "").status()).isEqualTo(410);
    assertThat(teacher.get(ItemSets.PATH).json().toString()).doesNotContain(id);
    assertThat(teacher.get(ItemSets.PATH + "/" + id + "x").status()).isEqualTo(404);
    assertThat(types(id, ":%")).as("what was counted stays").contains("item_generated");
  }

  @Test
  void cancellingStopsWithinASecond() {
    String id =
        sets.begun(
                """
                {"title": "全部天文", "topic": "astronomy",
                 "kinds": {"single_choice": 30, "true_false": 30, "short_answer": 40}}
                """)
            .path("id")
            .asString();

    Instant asked = Instant.now();
    JsonNode cancelled = teacher.send("POST", ItemSets.PATH + "/" + id + "/cancel", "{}").json();

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
  }

  @Test
  void ordersThatCannotBeAreRefusedWithTheReason() {
    assertThat(refused("{\"title\": \"x\", \"kinds\": {\"oral\": 1}}")).isEqualTo("nothing_chosen");
    assertThat(refused("{\"title\": \"\", \"exhibit\": \"麋鹿\", \"kinds\": {\"oral\": 1}}"))
        .isEqualTo("set_title_length");
    assertThat(refused("{\"title\": \"x\", \"exhibit\": \"麋鹿\", \"kinds\": {}}"))
        .isEqualTo("no_items_wanted");
    assertThat(
            refused(
                "{\"title\": \"x\", \"exhibit\": \"麋鹿\", \"stage\": \"years_1_2\", \"kinds\":"
                    + " {\"fill_in\": 1}}"))
        .isEqualTo("stage_has_no_tests");
    assertThat(refused("{\"title\": \"x\", \"exhibit\": \"麋鹿\", \"kinds\": {\"oral\": 101}}"))
        .isEqualTo("too_many_items");
    assertThat(refused("{\"title\": \"x\", \"exhibit\": \"麋鹿\", \"kinds\": {\"essay\": 1}}"))
        .isEqualTo("choice_unknown");
    assertThat(refused("{\"title\": \"x\", \"exhibit\": \"麋鹿\", \"bloom\": [null]}"))
        .isEqualTo("malformed_request");
  }

  @Test
  void theCollectionIsListedToChooseFrom() {
    JsonNode sources = teacher.get("/api/v1/educator/sources").json();

    assertThat(sources.size()).isGreaterThan(200);
    assertThat(sources.toString()).doesNotContain("advice-snake-bite");
    assertThat(teacher.get("/api/v1/educator/formats").json().size())
        .isEqualTo(Format.values().length);
  }

  private String refused(String order) {
    Response response = teacher.post(ItemSets.PATH, order);
    assertThat(response.status()).isEqualTo(400);
    return response.json().path("code").asString();
  }

  private JsonNode review(String id, int version, int number, String decision, String reason) {
    Response response =
        teacher.post(
            ItemSets.PATH + "/" + id + "/slots/" + number + "/review",
            "{\"version\": %d, \"decision\": \"%s\", \"reason\": \"%s\"}"
                .formatted(version, decision, reason));
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response.json();
  }

  private static String body(int version, String decision) {
    return "{\"version\": %d, \"decision\": \"%s\"}".formatted(version, decision);
  }

  private Response export(String id, String format) {
    return teacher.get(ItemSets.PATH + "/" + id + "/export?format=" + format);
  }

  private static List<JsonNode> slots(JsonNode set, Predicate<JsonNode> condition) {
    List<JsonNode> slots = new ArrayList<>();
    set.path("slots").forEach(slot -> Stream.of(slot).filter(condition).forEach(slots::add));
    return slots;
  }
}
