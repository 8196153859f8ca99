package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
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
