package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.hall.HallFile;
import org.kepu.assistant.register.TraditionalScript;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What stands around the chat: pages, the API's description, operation. */
@ServiceTest
class PagesIT {

  @LocalServerPort private int port;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html, <script",
    "/widget/kepu-chat.js, javascript, kepu-chat",
    "/kiosk?terminal=milu-1, text/html, kiosk.js",
    "/kiosk/kiosk.js, javascript, kepu-kiosk",
    "/admin, text/html, admin.js",
    "/admin/admin.js, javascript, kepu-admin",
    "/kiosk/lexicon.tsv, text/, 麋鹿",
    "/swagger-ui.html, text/html, swagger"
  })
  void pagesAndScriptsAreServed(String path, String contentType, String content) {
    Response response = client.get(path);
    if (response.status() == 302) {
      response = client.get(response.header("Location").replaceFirst("^http://[^/]+", ""));
    }

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).contains(contentType);
    assertThat(response.text()).contains(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/widget/kepu-chat.js",
        "/api/v1/suggestions",
        "/nothing",
        "/actuator/health"
      })
  void everyResponseTellsBrowsersToBeCareful(String path) {
    Response response = client.get(path);

    assertThat(response.header("Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
        .doesNotContain("unsafe-eval")
        .doesNotContainPattern("script-src[^;]*unsafe-inline");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/account",
        "/api/v1/admin/accounts",
        "/api/v1/admin/security-log",
        "/api/v1/educator/item-sets"
      })
  void whatIsForStaffIsNotKeptByBrowsers(String path) {
    assertThat(client.get(path).header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&audience=general", "&audience=child", "&audience=elder"})
  void questionsToBeginWithAreThereForEverybody(String audience) {
    Response response = client.get("/api/v1/suggestions?venue=milu" + audience);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("suggestions")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "venue=milu&hall=milu-wetland",
        "venue=milu&hall=milu-wetland&exhibit=milu-reeds",
        "exhibit=milu-reeds"
      })
  void inAHallQuestionsAreAboutWhatItShows(String place) {
    List<String> questions =
        client
            .get("/api/v1/suggestions?audience=general&" + place)
            .json()
            .path("suggestions")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    List<String> headings =
        StarterCollection.documents().stream()
            .filter(HallFile.shipped().hall("milu-wetland").orElseThrow()::shows)
            .flatMap(document -> document.sections().stream())
            .map(Section::heading)
            .toList();

    assertThat(questions).hasSize(8).doesNotHaveDuplicates();
    assertThat(headings).containsAll(questions.subList(0, 6));
    if (place.contains("exhibit")) {
      assertThat(questions.subList(0, 3)).allMatch(question -> question.contains("芦苇"));
    }
  }

  @Test
  void aHallNobodyKnowsLeavesTheVenuesQuestions() {
    assertThat(client.get("/api/v1/suggestions?venue=milu&hall=nowhere").json().path("suggestions"))
        .hasSize(6);
  }

  @Test
  void childrenGetQuestionsThatAreAnsweredInTheirWordsFirst() {
    Set<String> forChildren =
        StarterCollection.documents().stream()
            .filter(document -> document.metadata().role() instanceof Role.Variant)
            .flatMap(document -> document.sections().stream())
            .map(Section::heading)
            .collect(Collectors.toSet());

    assertThat(
            client
                .get("/api/v1/suggestions?venue=nature&hall=nature-dinosaurs&audience=child")
                .json()
                .path("suggestions")
                .valueStream()
                .map(JsonNode::asString)
                .limit(6))
        .isSubsetOf(forChildren);
  }

  @Test
  void theHallsAreListedWithTheirNames() {
    JsonNode halls = client.get("/api/v1/halls?venue=milu").json();

    assertThat(halls.valueStream().map(hall -> hall.path("venue").asString())).containsOnly("milu");
    assertThat(halls.findValue("names").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("en", "zh-CN", "zh-TW");
    assertThat(halls.toString()).contains("\"id\":\"milu-01\"", TraditionalScript.of("湿地"));
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, false", "en, false", "zh-TW, true"})
  void questionsToBeginWithAreInTheScriptOfTheLocale(String locale, boolean traditional) {
    JsonNode questions =
        client.get("/api/v1/suggestions?venue=nature&locale=" + locale).json().path("suggestions");

    assertThat(questions).hasSize(6);
    assertThat(TraditionalScript.isIn(questions.toString())).isEqualTo(traditional);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audience=king", "locale=fr"})
  void anAudienceOrLocaleThatNobodyKnowsIsTheCallersMistake(String query) {
    assertThat(client.get("/api/v1/suggestions?" + query).status()).isEqualTo(400);
  }

  @Test
  void theApiDescribesItself() {
    JsonNode paths = client.get("/v3/api-docs").json().path("paths");

    assertThat(paths.propertyNames())
        .contains(
            "/api/v1/chat",
            "/api/v1/documents/{id}",
            "/api/v1/suggestions",
            "/api/v1/answers/{answerId}/feedback",
            "/api/v1/answers/{answerId}/corrections",
            "/api/v1/tickets/{number}",
            "/api/v1/kiosk/unlock",
            "/api/v1/conversations/{id}");
    assertThat(paths.path("/api/v1/chat").path("post").path("summary").asString())
        .isEqualTo("Ask a question");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
  void aServiceWithAnIndexIsHealthy(String path) {
    Response response = client.get(path);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("status").asString()).isEqualTo("UP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/configprops"})
  void whatIsNobodysBusinessIsNotThere(String path) {
    assertThat(client.get(path).status()).isEqualTo(404);
  }

  @Test
  void answersAreCountedByTheirOutcome() {
    client.ask("麋鹿吃什么？");

    assertThat(client.get("/actuator/prometheus").text())
        .containsPattern("kepu_answers_total\\{outcome=\"answered\"} [1-9]")
        .contains("kepu_answer_total_seconds_count");
  }
}
