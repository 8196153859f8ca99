package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An answer is what API.md says it is, whole and as a stream. */
@ServiceTest
class ChatContractIT {

  private static final String KNOWN = "麋鹿为什么叫“四不像”？";
  private static final String UNKNOWN = "量子计算机多少钱一台？";

  @LocalServerPort private int port;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void aWholeAnswerHasEveryFieldOfTheContract() {
    Response response = client.ask(KNOWN);
    JsonNode answer = response.json();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("application/json");
    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrder(
            "conversationId",
            "answerId",
            "outcome",
            "text",
            "sentences",
            "citations",
            "illustrations",
            "suggestions",
            "generatedBy",
            "aiLabel",
            "timings");
    assertThat(UUID.fromString(text(answer, "conversationId")).version()).isEqualTo(7);
    assertThat(UUID.fromString(text(answer, "answerId")).version()).isEqualTo(7);
    assertThat(text(answer, "outcome")).isEqualTo("answered");
    assertThat(text(answer, "generatedBy")).isEqualTo("extractive");
    assertThat(text(answer, "aiLabel")).isEqualTo("人工智能生成");
    assertThat(answer.path("illustrations").isArray()).isTrue();
    assertThat(texts(answer.path("suggestions"))).isNotEmpty().doesNotContain(KNOWN);
    assertThat(answer.path("timings").propertyNames())
        .containsExactlyInAnyOrder("retrieveMs", "firstSentenceMs", "totalMs");
    assertThat(answer.path("timings")).allMatch(ms -> ms.isIntegralNumber() && ms.asLong() >= 0);
  }

  @Test
  void theTextIsTheSentencesJoined() {
    JsonNode answer = client.ask(KNOWN).json();

    assertThat(answer.path("sentences")).isNotEmpty();
    assertThat(text(answer, "text"))
        .isEqualTo(String.join("", texts(answer.path("sentences"), "text")))
        .contains("四不像");
  }

  @Test
  void everySentenceNamesCitationsThatAreThere() {
    JsonNode answer = client.ask(KNOWN).json();

    List<Integer> indices = new ArrayList<>();
    answer.path("citations").forEach(citation -> indices.add(citation.path("index").asInt()));
    assertThat(indices).isNotEmpty().doesNotHaveDuplicates().first().isEqualTo(1);
    assertThat(answer.path("sentences"))
        .allSatisfy(
            sentence ->
                assertThat(sentence.path("citations"))
                    .isNotEmpty()
                    .allMatch(index -> indices.contains(index.asInt())));
  }

  @ParameterizedTest
  @ValueSource(strings = {KNOWN, "冥王星为什么不再是行星？", "恐龙是怎么灭绝的？"})
  void everyQuoteIsTheTextOfItsDocumentsVersionBetweenItsOffsets(String question) {
    JsonNode answer = client.ask(question).json();

    assertThat(answer.path("citations"))
        .isNotEmpty()
        .allSatisfy(
            citation -> {
              JsonNode document = client.get(text(citation, "url")).json();
              assertThat(text(document, "id")).isEqualTo(text(citation, "documentId"));
              assertThat(text(document, "version")).isEqualTo(text(citation, "documentVersion"));
              assertThat(text(document, "title")).isEqualTo(text(citation, "title"));
              assertThat(text(document, "licence")).isEqualTo(text(citation, "licence"));
              assertThat(
                      text(document, "text")
                          .substring(citation.path("start").asInt(), citation.path("end").asInt()))
                  .isEqualTo(text(citation, "quote"))
                  .isNotBlank();
            });
  }

  @Test
  void aCitationHasEveryFieldOfTheContract() {
    JsonNode citation = client.ask(KNOWN).json().path("citations").path(0);

    assertThat(citation.propertyNames())
        .containsExactlyInAnyOrder(
            "index",
            "documentId",
            "documentVersion",
            "title",
            "heading",
            "quote",
            "start",
            "end",
            "page",
            "url",
            "source",
            "licence",
            "reviewedOn");
    assertThat(text(citation, "documentId")).isEqualTo("milu-name");
    assertThat(text(citation, "documentVersion")).matches("sha256:[0-9a-f]{64}");
    assertThat(text(citation, "source")).isNotBlank();
    assertThat(text(citation, "reviewedOn")).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void aStreamBringsItsEventsInTheContractsOrderAndEndsOnce() {
    List<Event> events = client.events(KNOWN);

    assertThat(String.join(" ", names(events)))
        .matches("accepted( sentence)+( citation)+( illustration)* suggestions done");
    assertThat(events.getFirst().data().propertyNames())
        .containsExactlyInAnyOrder("conversationId", "answerId");
    assertThat(events.getLast().data().propertyNames())
        .containsExactlyInAnyOrder("outcome", "generatedBy", "aiLabel", "timings");
  }

  @Test
  void aStreamTellsTheSameAnswerAsTheWhole() {
    JsonNode whole = client.ask(KNOWN).json();
    List<Event> events = client.events(KNOWN);

    List<JsonNode> sentences = of(events, "sentence");
    assertThat(sentences).extracting(sentence -> sentence.path("index").asInt()).isSorted();
    assertThat(sentences.getFirst().path("index").asInt()).isZero();
    assertThat(sentences)
        .extracting(sentence -> text(sentence, "text"))
        .isEqualTo(texts(whole.path("sentences"), "text"));
    assertThat(sentences)
        .extracting(sentence -> sentence.path("citations"))
        .isEqualTo(elements(whole.path("sentences"), "citations"));
    assertThat(of(events, "citation")).isEqualTo(elements(whole.path("citations")));
    assertThat(of(events, "suggestions")).containsExactly(whole.path("suggestions"));
    assertThat(text(events.getLast().data(), "outcome")).isEqualTo("answered");
    assertThat(text(events.getLast().data(), "aiLabel")).isEqualTo(text(whole, "aiLabel"));
  }

  @Test
  void withoutASourceItSaysSoAndOffersOtherQuestions() {
    JsonNode answer = client.ask(UNKNOWN).json();

    assertThat(text(answer, "outcome")).isEqualTo("no_source");
    assertThat(text(answer, "text")).contains("没有找到可靠的依据");
    assertThat(answer.path("citations")).isEmpty();
    assertThat(answer.path("sentences")).hasSize(1);
    assertThat(answer.path("sentences").path(0).path("citations")).isEmpty();
    assertThat(texts(answer.path("suggestions"))).isNotEmpty();
  }

  @Test
  void withoutASourceAStreamHasNoCitationsAndStillEndsOnce() {
    List<Event> events = client.events(UNKNOWN);

    assertThat(names(events)).containsExactly("accepted", "sentence", "suggestions", "done");
    assertThat(text(events.getLast().data(), "outcome")).isEqualTo("no_source");
  }

  @Test
  void whatIsSuggestedHasAnAnswer() {
    List<String> suggestions = texts(client.ask(KNOWN).json().path("suggestions"));

    assertThat(suggestions)
        .allSatisfy(
            suggestion ->
                assertThat(text(client.ask(suggestion).json(), "outcome")).isEqualTo("answered"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "zh-CN, 人工智能生成, 馆藏资料里没有找到",
    "zh-TW, 人工智慧生成, 館藏資料裡沒有找到",
    "en, AI-generated, I found no reliable source"
  })
  void theFrameOfAnAnswerIsInTheLanguageAskedFor(String locale, String label, String noSource) {
    JsonNode answer = client.ask(UNKNOWN, "locale", locale).json();

    assertThat(text(answer, "aiLabel")).isEqualTo(label);
    assertThat(text(answer, "text")).startsWith(noSource);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "zh-CN, 人工智能生成",
    "zh-TW, 人工智慧生成",
    "zh-HK, 人工智慧生成",
    "en-GB, AI-generated",
    "'zh,en;q=0.8', 人工智能生成",
    "'zh-Hans-CN,en;q=0.5', 人工智能生成",
    "zh-Hant-TW, 人工智慧生成",
    "zh-MO, 人工智慧生成",
    "fr, 人工智能生成"
  })
  void withoutALocaleInTheBodyTheCallersOwnDecides(String acceptLanguage, String label) {
    Response response =
        client.post(Client.CHAT, Client.question(UNKNOWN), "Accept-Language", acceptLanguage);

    assertThat(text(response.json(), "aiLabel")).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/*",
        "application/json, text/event-stream;q=0.5"
      })
  void whoTakesAnythingGetsTheWhole(String accept) {
    Response response = client.post(Client.CHAT, Client.question(KNOWN), "Accept", accept);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("application/json");
    assertThat(text(response.json(), "outcome")).isEqualTo("answered");
  }

  @Test
  void aStreamIsNeitherStoredNorHeldBackOnItsWay() {
    Response response =
        client.post(Client.CHAT, Client.question(KNOWN), "Accept", "text/event-stream");

    assertThat(response.header("Content-Type")).startsWith("text/event-stream");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(response.header("X-Accel-Buffering")).isEqualTo("no");
  }

  @Test
  void aConversationKeepsTheIdItCameWith() {
    String conversation = UUID.randomUUID().toString();

    assertThat(text(client.ask(KNOWN, "conversationId", conversation).json(), "conversationId"))
        .isEqualTo(conversation);
  }

  @Test
  void whereAndForWhomItIsAskedMayBeTold() {
    Response response =
        client.ask(
            "麋鹿吃什么？",
            "channel",
            "kiosk",
            "venue",
            "milu",
            "exhibit",
            "milu-01",
            "audience",
            "child");

    assertThat(text(response.json(), "outcome")).isEqualTo("answered");
  }

  @Test
  void questionsToBeginWithAreOfferedForAPlaceAndEachHasAnAnswer() {
    List<String> questions =
        texts(client.get("/api/v1/suggestions?venue=milu").json().path("suggestions"));

    assertThat(questions).hasSizeBetween(6, 8).doesNotHaveDuplicates();
    assertThat(questions)
        .allSatisfy(
            question ->
                assertThat(text(client.ask(question).json(), "outcome")).isEqualTo("answered"));
  }

  @Test
  void aDocumentWithoutAVersionIsTheCurrentOne() {
    JsonNode citation = client.ask(KNOWN).json().path("citations").path(0);

    JsonNode current = client.get("/api/v1/documents/" + text(citation, "documentId")).json();

    assertThat(text(current, "version")).isEqualTo(text(citation, "documentVersion"));
    assertThat(current.path("sections")).isNotEmpty();
  }

  @Test
  void anAnswerCanBeVotedOnAndItsConversationForgotten() {
    JsonNode answer = client.ask(KNOWN).json();
    String feedback = "/api/v1/answers/" + text(answer, "answerId") + "/feedback";

    assertThat(client.post(feedback, "{\"vote\":\"up\"}").status()).isEqualTo(204);
    assertThat(client.post(feedback, "{\"vote\":\"down\",\"reason\":\"太短\"}").status())
        .isEqualTo(204);

    String conversation = "/api/v1/conversations/" + text(answer, "conversationId");
    assertThat(client.delete(conversation).status()).isEqualTo(204);
    assertThat(client.delete(conversation).status()).as("forgotten again").isEqualTo(204);
    assertThat(client.post(feedback, "{\"vote\":\"up\"}").status()).isEqualTo(404);
  }

  private static List<String> names(List<Event> events) {
    return events.stream().map(Event::name).toList();
  }

  private static List<JsonNode> of(List<Event> events, String name) {
    return events.stream().filter(event -> event.name().equals(name)).map(Event::data).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).stream().map(JsonNode::asString).toList();
  }

  private static List<String> texts(JsonNode array, String field) {
    return elements(array, field).stream().map(JsonNode::asString).toList();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static List<JsonNode> elements(JsonNode array, String field) {
    return elements(array).stream().map(element -> element.path(field)).toList();
  }
}
