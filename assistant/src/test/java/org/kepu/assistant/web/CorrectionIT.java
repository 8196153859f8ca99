package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** “This is wrong”: from the report to its ticket. */
@ServiceTest
class CorrectionIT {

  @LocalServerPort private int port;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void aReportGetsANumberUnderWhichItsStateIsFound() {
    Response reported = report(answer(), "{\"text\": \"角不是这样脱落的\"}");

    assertThat(reported.status()).isEqualTo(201);
    String number = reported.json().path("number").asString();
    assertThat(number).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");

    JsonNode ticket =
        client.get("/api/v1/tickets/" + number.toLowerCase(Locale.ROOT).replace("-", "")).json();
    assertThat(ticket.path("number").asString()).isEqualTo(number);
    assertThat(ticket.path("state").asString()).isEqualTo("received");
    assertThat(ticket.toString()).doesNotContain("脱落");
  }

  @Test
  void aReportSentTwiceIsOneTicket() {
    String answer = answer();

    assertThat(report(answer, "{\"text\": \"不对\"}").json())
        .isEqualTo(report(answer, "{\"text\": \" 不对 \"}").json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"text\": \"  \"}", "{\"text\": null}"})
  void aReportSaysWhatIsWrong(String body) {
    assertProblem(report(answer(), body), 400, "correction_length");
  }

  @Test
  void aReportIsNotALetter() {
    assertProblem(
        report(answer(), "{\"text\": \"" + "错".repeat(1_001) + "\"}"), 400, "correction_length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"text\": 5}", "not json"})
  void aBodyThatMakesNoSenseIsTheCallersMistake(String body) {
    assertProblem(report(answer(), body), 400, "malformed_request");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    assertProblem(report(UUID.randomUUID().toString(), "{\"text\": \"x\"}"), 404, "answer_unknown");
    assertProblem(client.get("/api/v1/tickets/0000-0000"), 404, "ticket_unknown");
    assertProblem(client.get("/api/v1/tickets/" + "a".repeat(2_000)), 404, "ticket_unknown");
  }

  private String answer() {
    return client.ask("麋鹿的角什么时候脱落？").json().path("answerId").asString();
  }

  private Response report(String answerId, String body) {
    return client.post("/api/v1/answers/" + answerId + "/corrections", body);
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.json().path("code").asString()).isEqualTo(code);
  }
}
