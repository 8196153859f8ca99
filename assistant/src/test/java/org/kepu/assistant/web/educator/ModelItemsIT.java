package org.kepu.assistant.web.educator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.words;
import static org.kepu.assistant.ModelTest.MODEL;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.ModelTest;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A set of a service that has a model: its items pass the gates of everybody, or do not. */
@ModelTest
class ModelItemsIT {

  private static final String ORDER =
      """
      {"title": "月球", "sections": ["%s"], "stage": "years_7_9",
       "kinds": {"short_answer": 1, "true_false": 2}}
      """;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  private Client client = new Client(0);
  private Staff teacher = Staff.nobody(client);
  private ItemSets sets = new ItemSets(teacher);
  private String section = "";
  private String sentence = "";

  @BeforeEach
  void signIn() {
    client = new Client(port);
    teacher = Staff.with(client, accounts, Set.of(Role.EDUCATOR));
    sets = new ItemSets(teacher);
    JsonNode plain = firstSet();
    section = plain.path("documentId").asString() + "#" + plain.path("heading").asString();
    sentence = plain.path("quote").asString();
  }

  /** A sentence of the collection that items are made from. */
  private JsonNode firstSet() {
    MODEL.says(words("{\"items\":[]}") + STOP);
    JsonNode set =
        sets.made("{\"title\": \"麋鹿\", \"exhibit\": \"麋鹿\", \"kinds\": {\"true_false\": 1}}");
    return set.path("slots").get(0).path("evidence").get(0);
  }

  @Test
  void whatTheModelWroteIsJudgedLabelledAndExported() {
    MODEL.says(
        words(
                "{\"items\":[",
                "{\"kind\":\"short_answer\",\"stem\":\"关于麋鹿，下面的原文说了什么？\",\"quotes\":[\""
                    + sentence
                    + "\"]},",
                "{\"kind\":\"true_false\",\"stem\":\"麋鹿会飞。\",\"holds\":true,\"quotes\":[\""
                    + sentence
                    + "\"]},",
                "{\"kind\":\"poem\"}]}")
            + STOP);

    JsonNode set = sets.made(ORDER.formatted(section));

    assertThat(MODEL.requests()).hasSize(1);
    assertThat(set.path("model").path("prompt").asString()).isEqualTo("items-v2");
    JsonNode model = set.path("model").path("models").path(0);
    assertThat(model.path("name").asString()).isEqualTo("fake");
    assertThat(model.path("sections").asInt()).isEqualTo(1);
    assertThat(model.path("flawed").toString()).contains("\"kind\"", "own_words");
    assertThat(slots(set, "llm:fake")).as(set.toString()).isEqualTo(model.path("drafts").asLong());
    assertThat(slots(set, "")).as("the rules make the rest").isPositive();
    String csv =
        teacher.get(ItemSets.PATH + "/" + set.path("id").asString() + "/export?format=csv").text();
    assertThat(csv.contains("由语言模型撰写"))
        .isEqualTo(
            StreamSupport.stream(set.path("slots").spliterator(), false)
                .anyMatch(
                    slot ->
                        slot.path("objections").isEmpty()
                            && slot.path("author").asString().equals("llm:fake")));
  }

  @Test
  void aModelThatFailsLeavesASetThatTheRulesMade() {
    MODEL.respond(aResponse().withStatus(500));

    JsonNode set = sets.made(ORDER.formatted(section));

    assertThat(set.path("state").asString()).isEqualTo("ready");
    assertThat(set.path("model").path("unanswered").asInt()).isEqualTo(1);
    assertThat(slots(set, "")).isPositive();
    assertThat(slots(set, "llm:fake")).isZero();
  }

  @Test
  void aModelIsNotAskedForLevelsThatItCannotWrite() {
    MODEL.says(words("{\"items\":[]}") + STOP);

    sets.made(
        ORDER.formatted(section).replace("\"kinds\"", "\"bloom\": [\"remember\"], \"kinds\""));

    assertThat(MODEL.requests()).isEmpty();
  }

  @Test
  void cancellingStopsASetThatWaitsForItsModel() throws InterruptedException {
    MODEL.respond(aResponse().withFixedDelay(8_000));
    String id = sets.begun(ORDER.formatted(section)).path("id").asString();
    for (Instant until = Instant.now().plusSeconds(60);
        MODEL.requests().isEmpty() && Instant.now().isBefore(until); ) {
      Thread.sleep(20);
    }
    assertThat(MODEL.requests()).isNotEmpty();

    Instant asked = Instant.now();
    JsonNode cancelled = teacher.send("POST", ItemSets.PATH + "/" + id + "/cancel", "{}").json();

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
  }

  private static long slots(JsonNode set, String author) {
    return StreamSupport.stream(set.path("slots").spliterator(), false)
        .filter(slot -> slot.path("author").asString().equals(author))
        .count();
  }
}
