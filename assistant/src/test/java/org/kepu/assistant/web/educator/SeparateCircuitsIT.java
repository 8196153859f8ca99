package org.kepu.assistant.web.educator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.words;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.text.Sentences;
import tools.jackson.databind.JsonNode;

/** In the service as it is put together, the studio's failures are no concern of visitors. */
class SeparateCircuitsIT {

  private static final String QUESTION = "麋鹿苑的麋鹿是从哪里回来的？";
  private static final String SETS = "/api/v1/educator/item-sets";

  /** What only the studio asks for. */
  private static final String STUDIO = "json_object";

  private static final FakeModel MODEL = new FakeModel();

  private static Service service;
  private static String sentence;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            IndexedHome.named("circuits"),
            "kepu.llm.base-url=" + MODEL.baseUrl(),
            "kepu.llm.model=fake",
            "kepu.llm.failures-to-rest=2",
            "kepu.llm.rest=10m");
    Passage best =
        service
            .bean(KnowledgeBase.class)
            .search(SearchRequest.of(QUESTION, 1))
            .ranked()
            .getFirst()
            .passage();
    sentence = Sentences.of(best.text()).getFirst().of(best.text());
  }

  @AfterAll
  static void stop() {
    service.close();
    MODEL.close();
  }

  @Test
  void whereTheStudiosCircuitIsOpenVisitorsAreStillAnsweredByTheModel()
      throws InterruptedException {
    MODEL.says(words(sentence + "[1]") + STOP);
    MODEL.respondTo(STUDIO, aResponse().withStatus(401));

    JsonNode part = made().path("model").path("models").path(0);

    assertThat(part.path("failures").asInt()).as("sections without an answer").isEqualTo(3);
    assertThat(
            MODEL.requests().stream().filter(request -> request.getBodyAsString().contains(STUDIO)))
        .as("the third call was not made: the circuit is open")
        .hasSize(2);
    JsonNode answer = service.client().ask(QUESTION).json();
    assertThat(answer.path("generatedBy").asString()).isEqualTo("llm:fake");
  }

  private static JsonNode made() throws InterruptedException {
    Client client = service.client();
    Staff teacher = Staff.with(client, service.bean(Accounts.class), Set.of(Role.EDUCATOR));
    Response begun =
        teacher.post(
            SETS, "{\"title\": \"麋鹿\", \"exhibit\": \"麋鹿\", \"kinds\": {\"short_answer\": 3}}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String id = begun.json().path("id").asString();
    for (Instant until = Instant.now().plusSeconds(120); Instant.now().isBefore(until); ) {
      JsonNode set = teacher.get(SETS + "/" + id).json();
      if (!set.path("state").asString().equals("making")) {
        return set;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The set was not made in two minutes");
  }
}
