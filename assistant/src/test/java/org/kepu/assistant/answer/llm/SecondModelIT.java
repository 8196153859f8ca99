package org.kepu.assistant.answer.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.words;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.text.Sentences;
import tools.jackson.databind.JsonNode;

/** Where the first model fails the second is asked, and the sources are quoted where both do. */
class SecondModelIT {

  private static final String QUESTION = "麋鹿苑的麋鹿是从哪里回来的？";
  private static final FakeModel FIRST = new FakeModel();
  private static final FakeModel SECOND = new FakeModel();

  private static Service service;
  private static String sentence;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            IndexedHome.named("second-model"),
            "kepu.llm.base-url=" + FIRST.baseUrl(),
            "kepu.llm.model=first",
            "kepu.llm.second.base-url=" + SECOND.baseUrl(),
            "kepu.llm.second.model=second",
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
    FIRST.close();
    SECOND.close();
  }

  @Test
  void theFirstThatAnswersIsHeardAndOneThatKeepsFailingIsLeftAlone() {
    FIRST.says(words(sentence + "[1]") + STOP);
    SECOND.says(words(sentence + "[1]") + STOP);
    assertThat(generatedBy()).isEqualTo("llm:first");

    FIRST.respond(aResponse().withStatus(503));
    assertThat(generatedBy()).isEqualTo("llm:second");
    assertThat(FIRST.requests()).as("asked once more, because it broke").hasSize(2);

    SECOND.respond(aResponse().withStatus(401));
    assertThat(generatedBy()).isEqualTo("extractive");
    assertThat(FIRST.requests()).as("left alone after two calls, one of them failed").hasSize(2);
    assertThat(SECOND.requests()).as("asked once: its key is wrong").hasSize(1);
  }

  private static String generatedBy() {
    JsonNode answer = service.client().ask(QUESTION).json();
    assertThat(answer.path("outcome").asString()).isEqualTo("answered");
    return answer.path("generatedBy").asString();
  }
}
