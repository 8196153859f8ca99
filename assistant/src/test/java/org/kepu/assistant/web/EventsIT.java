package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class EventsIT {

  private static final String EVENTS = "/api/v1/events";
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private InteractionLog log;
  private Client client;

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void anEventIsRecordedOnceHoweverOftenItIsSent() {
    UUID id = UUID.randomUUID();
    String event = event(id, "suggestion_click", "\"channel\":\"web\",\"venue\":\"milu\"");

    assertThat(receipt(send("[%s,%s]".formatted(event, event)))).isEqualTo("1 1 0");
    assertThat(receipt(send("[%s]".formatted(event)))).isEqualTo("0 1 0");

    assertThat(row(id))
        .containsEntry("type", "suggestion_click")
        .containsEntry("venue", "milu")
        .containsEntry("flags", "");
    assertThat(row(id).get("visitor_key")).asString().hasSize(22);
  }

  @Test
  void ofAKiosksQueueItsClockIsPutRight() {
    UUID id = UUID.randomUUID();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant device = now.plus(2, ChronoUnit.HOURS);
    String fields =
        """
        "channel":"kiosk","terminal":"kiosk-1","offline":true,"at":"%s","sentAt":"%s",
        "conversationId":"%s","answerId":"%s","text":"麋鹿吃什么？"
        """
            .formatted(
                device.minus(10, ChronoUnit.MINUTES), device, UUID.randomUUID(), UUID.randomUUID());

    assertThat(receipt(send("[%s]".formatted(event(id, "question", fields))))).isEqualTo("1 0 0");

    Map<String, @Nullable Object> row = row(id);
    assertThat(row).containsEntry("flags", "test offline").containsEntry("visitor_key", null);
    assertThat(((Number) Objects.requireNonNull(row.get("occurred_at"))).longValue())
        .isBetween(
            now.minus(10, ChronoUnit.MINUTES).toEpochMilli(),
            Instant.now().minus(10, ChronoUnit.MINUTES).toEpochMilli());
    assertThat(row.get("text_key")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"qr_shown"}|event_id_missing
          {"id":"not one","type":"qr_shown"}|event_malformed
          7|event_malformed
          {"id":"ID","type":"dancing"}|event_type_unknown
          {"id":"ID"}|event_type_unknown
          {"id":"ID","type":"ledger_import"}|event_type_not_yours
          {"id":"ID","type":"question","conversationId":"ID","answerId":"ID","text":"麋鹿？"}|event_type_not_yours
          {"id":"ID","type":"question","channel":"kiosk","terminal":"t","conversationId":"ID","answerId":"ID","text":"麋鹿？"}|event_type_not_yours
          {"id":"ID","type":"heartbeat"}|event_field_missing
          {"id":"ID","type":"conversation_end","conversationId":"ID"}|event_field_missing
          {"id":"ID","type":"conversation_end","conversationId":"ID","reason":"bored"}|event_malformed
          {"id":"ID","type":"conversation_end","conversationId":"ID","reason":"idle","activeMs":-1}|event_duration
          {"id":"ID","type":"qr_shown","at":"2020-01-01T00:00:00Z"}|event_too_old
          {"id":"ID","type":"qr_shown","at":"2999-01-01T00:00:00Z"}|event_of_the_future
          {"id":"ID","type":"qr_shown","at":"2026-11-28T00:00:00Z","sentAt":"+999999999-12-31T23:59:59Z"}|event_time_senseless
          {"id":"ID","type":"qr_shown","venue":"a b"}|identifier_malformed
          {"id":"ID","type":"qr_shown","locale":"de"}|locale_unknown
          null|event_malformed
          """)
  void anEventThatBreaksARuleIsNamedWithTheReasonAndTheOthersAreRecorded(String bad, String code) {
    UUID id = UUID.randomUUID();
    String good = event(UUID.randomUUID(), "qr_shown", "\"channel\":\"kiosk\"");

    Response response = send("[%s,%s]".formatted(bad.replace("ID", id.toString()), good));

    assertThat(receipt(response)).isEqualTo("1 0 1");
    JsonNode rejected = response.json().path("rejected").get(0);
    assertThat(rejected.path("index").asInt()).isZero();
    assertThat(rejected.path("code").asString()).isEqualTo(code);
    assertThat(rejected.path("detail").asString()).matches("(?s).*\\p{IsHan}.*");
    assertThat(
            jdbc.sql("SELECT count(*) FROM interaction WHERE event_id = ?")
                .param(id.toString())
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []|events_number
          {}|malformed_request
          [[|malformed_request
          "a"|malformed_request
          """)
  void whatIsNoListOfEventsIsABadRequest(String body, String code) {
    Response response = send(body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("code").asString()).isEqualTo(code);
  }

  @Test
  void programsAreFlagged() {
    UUID id = UUID.randomUUID();

    client.post(
        EVENTS,
        "[%s]".formatted(event(id, "qr_opened", "\"channel\":\"h5\"")),
        "User-Agent",
        "curl/8.5");

    assertThat(row(id)).containsEntry("flags", "bot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          你好|zh-CN|courtesy-hello|你好！我是馆里的科普助手
          老师您好呀！|zh-CN|courtesy-hello|你好！我是馆里的科普助手
          謝謝你的講解|zh-CN|courtesy-thanks|不客氣
          谢谢，再见|zh-CN|courtesy-bye|再见
          原来如此，太棒了！|zh-CN|courtesy-understood|好的
          Hello there!|en|courtesy-hello|Hello!
          Thank you very much|en|courtesy-thanks|You are welcome
          你是个傻子|zh-CN|abuse|好好说
          """)
  void aGreetingIsReturnedAndIsNeitherAQuestionNorAVisit(
      String said, String locale, String venue, String reply) {
    Response response = ask(said, "\"venue\":\"%s\",\"locale\":\"%s\"".formatted(venue, locale));

    assertThat(response.json().path("text").asString()).contains(reply);
    boolean insult = venue.equals("abuse");
    assertThat(response.json().path("outcome").asString())
        .isEqualTo(insult ? "refused" : "answered");
    assertThat(answer(response))
        .containsEntry("intent", insult ? "abuse" : "greeting")
        .containsEntry("flags", insult ? "abuse" : "");
    assertThat(figures(venue)).containsOnlyKeys(insult ? Measure.ABUSE : Measure.GREETING);
  }

  @Test
  void aGreetingBeforeAQuestionLeavesItAQuestion() {
    Response greeting = ask("你好", "\"venue\":\"courtesy-first\"");
    String conversation = greeting.json().path("conversationId").asString();
    ask(
        "麋鹿吃什么？",
        "\"venue\":\"courtesy-first\",\"audience\":\"child\",\"conversationId\":\"%s\""
            .formatted(conversation));
    ask("你好，麋鹿吃什么？", "\"venue\":\"courtesy-first\"");

    assertThat(figures("courtesy-first"))
        .containsEntry(Measure.GREETING, 1L)
        .containsEntry(Measure.QUESTION, 2 * Count.WHOLE)
        .containsEntry(Measure.ANSWERABLE, 2 * Count.WHOLE)
        .containsEntry(Measure.ANSWER, 2L)
        .containsEntry(Measure.VISIT, 2L);
    // For whom, the visitor alone says; who says nothing is not taken for the general public.
    assertThat(
            counted("courtesy-first").keySet().stream()
                .filter(cell -> cell.measure() == Measure.QUESTION)
                .map(Cell::audience))
        .containsOnly("child", "unknown");
  }

  @Test
  void anAnswerWithoutANetworkIsAboutWhatItCited() {
    JsonNode cited = ask("麋鹿吃什么？", "\"venue\":\"milu\"").json().path("citations").get(0);
    UUID id = UUID.randomUUID();
    String fields =
        """
        "channel":"kiosk","terminal":"kiosk-1","offline":true,"outcome":"answered",
        "conversationId":"%s","answerId":"%s","citations":["%s@%s"]
        """
            .formatted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                cited.path("documentId").asString(),
                cited.path("documentVersion").asString());

    assertThat(receipt(send("[%s]".formatted(event(id, "answer", fields))))).isEqualTo("1 0 0");

    assertThat(row(id).get("topics")).asString().contains("milu");
  }

  private Response ask(String question, String fields) {
    Response response =
        client.post(
            Client.CHAT,
            "{\"question\":\"%s\",\"channel\":\"web\",%s}".formatted(question, fields),
            "User-Agent",
            BROWSER);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response;
  }

  private Map<String, @Nullable Object> answer(Response response) {
    return jdbc.sql("SELECT * FROM interaction WHERE type = 'answer' AND answer_id = ?")
        .param(response.json().path("answerId").asString())
        .query()
        .singleRow();
  }

  /** What is counted of a venue today, but for times. */
  private SortedMap<Cell, Long> counted(String venue) {
    SortedMap<Cell, Long> counted = Count.of(log, Count.dayOf(Instant.now()));
    counted.keySet().removeIf(cell -> !cell.venue().equals(venue));
    return counted;
  }

  private Map<Measure, Long> figures(String venue) {
    Map<Measure, Long> figures = new EnumMap<>(Measure.class);
    counted(venue).forEach((cell, amount) -> figures.merge(cell.measure(), amount, Long::sum));
    return figures;
  }

  private Response send(String body) {
    return client.post(EVENTS, body, "User-Agent", BROWSER, "Accept-Language", "zh-CN");
  }

  private static String receipt(Response response) {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    JsonNode receipt = response.json();
    return "%d %d %d"
        .formatted(
            receipt.path("recorded").asInt(),
            receipt.path("known").asInt(),
            receipt.path("rejected").size());
  }

  private static String event(UUID id, String type, String fields) {
    return "{\"id\":\"%s\",\"type\":\"%s\",%s}".formatted(id, type, fields);
  }

  private Map<String, @Nullable Object> row(UUID id) {
    return jdbc.sql("SELECT * FROM interaction WHERE event_id = ?")
        .param(id.toString())
        .query()
        .singleRow();
  }
}
