package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, what goes out is an answer or a problem detail with a stable code. */
@ServiceTest
class BadInputIT {

  private static final String NOBODY = "0198a000-0000-7000-8000-000000000000";
  private static final String FEEDBACK = "/api/v1/answers/" + NOBODY + "/feedback";
  private static final String TOO_BIG =
      "{\"question\":\"麋鹿\",\"more\":\"" + "x".repeat(17 * 1024) + "\"}";

  @LocalServerPort private int port;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  static Stream<Arguments> badQuestions() {
    return Stream.of(
        bad("an empty question", "{\"question\":\"\"}", 400, "question_length"),
        bad("a blank question", "{\"question\":\" \\t\\n\\u3000 \"}", 400, "question_length"),
        bad("no question", "{}", 400, "question_length"),
        bad("a number for a question", "{\"question\":123}", 400, "malformed_request"),
        bad("true for a question", "{\"question\":true}", 400, "malformed_request"),
        bad("null for a question", "{\"question\":null}", 400, "question_length"),
        bad("501 characters", Client.question("鹿".repeat(501)), 400, "question_length"),
        bad("an array for a question", "{\"question\":[\"麋鹿\"]}", 400, "malformed_request"),
        bad("an object for a question", "{\"question\":{\"a\":1}}", 400, "malformed_request"),
        bad("a word for a conversation", with("conversationId", "yes"), 400, "malformed_request"),
        bad("a word for a request id", with("requestId", "1"), 400, "malformed_request"),
        bad("an unknown channel", with("channel", "fax"), 400, "malformed_request"),
        bad("an unknown audience", with("audience", "cats"), 400, "malformed_request"),
        bad("an unknown locale", with("locale", "tlh"), 400, "locale_unknown"),
        bad("a venue with a path in it", with("venue", "../etc"), 400, "identifier_malformed"),
        bad("a venue of 65 letters", with("venue", "a".repeat(65)), 400, "identifier_malformed"),
        bad("an exhibit with a quote", with("exhibit", "a'b"), 400, "identifier_malformed"),
        bad("half a JSON object", "{\"question\":", 400, "malformed_request"),
        bad("no JSON", "麋鹿为什么叫四不像", 400, "malformed_request"),
        bad("words after the JSON", "{\"question\":\"麋鹿\"} and", 400, "malformed_request"),
        bad(
            "two JSON objects",
            "{\"question\":\"一\"}{\"question\":\"二\"}",
            400,
            "malformed_request"),
        bad("an array", "[{\"question\":\"麋鹿\"}]", 400, "malformed_request"),
        bad("a number", "7", 400, "malformed_request"),
        bad("null", "null", 400, "malformed_request"),
        bad("nothing", "", 400, "malformed_request"),
        bad(
            "a nesting bomb",
            "{\"question\":\"麋鹿\",\"x\":" + "[".repeat(8000),
            400,
            "malformed_request"),
        bad("a deep object", "{\"a\":".repeat(2500), 400, "malformed_request"),
        bad("more than 16 KiB", TOO_BIG, 413, "body_too_large"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badQuestions")
  void aBadQuestionIsTurnedAway(String what, String body, int status, String code) {
    assertProblem(client.post(Client.CHAT, body), status, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badQuestions")
  void soItIsByStatusAndNotByEventWhereAStreamIsAskedFor(
      String what, String body, int status, String code) {
    assertProblem(client.post(Client.CHAT, body, "Accept", "text/event-stream"), status, code);
  }

  @Test
  void aBodyThatDoesNotTellItsLengthMayNotBeLongerEither() {
    BodyPublisher chunked =
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(TOO_BIG.getBytes(StandardCharsets.UTF_8)));

    assertProblem(client.send("POST", Client.CHAT, chunked), 413, "body_too_large");
  }

  @Test
  void aBodyThatIsNoUtf8IsMalformed() {
    byte[] latin = "{\"question\":\"\u00e9\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertProblem(
        client.send("POST", Client.CHAT, BodyPublishers.ofByteArray(latin)),
        400,
        "malformed_request");
  }

  @ParameterizedTest(name = "{0} {1} with Accept {2}, Content-Type {3} and “{4}” is {6}")
  @CsvSource({
    "POST, /api/v1/chat, application/json, text/plain, 麋鹿, 415, unsupported_media_type",
    "POST, /api/v1/chat, application/json, nonsense, 麋鹿, 415, unsupported_media_type",
    "POST, /api/v1/chat, text/event-stream, text/plain, 麋鹿, 415, unsupported_media_type",
    "POST, /api/v1/chat, text/html, application/json, {}, 406, not_acceptable",
    "POST, /api/v1/chat, nonsense, application/json, {}, 406, not_acceptable",
    "GET, /api/v1/chat, application/json, application/json, '', 405, method_not_allowed",
    "DELETE, /api/v1/chat, text/event-stream, application/json, '', 405, method_not_allowed",
    "GET, /api/v1/nothing, application/json, application/json, '', 404, not_found",
    "POST, /api/v1/nothing, application/json, application/json, {}, 404, not_found",
    "GET, /nothing.js, */*, application/json, '', 404, not_found",
    "GET, /../../etc/passwd, */*, application/json, '', 404, not_found",
    "GET, /api/v1/documents/nothing, */*, application/json, '', 404, document_unknown",
    "GET, /api/v1/documents/milu-name?version=sha256:0, */*, application/json, '', 404, document_unknown",
    "GET, /api/v1/documents/%00, */*, application/json, '', 404, document_unknown",
    "DELETE, /api/v1/conversations/nothing, */*, application/json, '', 400, malformed_request",
    "GET, /api/v1/suggestions?audience=cats, */*, application/json, '', 400, malformed_request"
  })
  void aRequestToTheWrongPlaceOrInTheWrongWayIsTurnedAway(
      String method,
      String path,
      String accept,
      String contentType,
      String body,
      int status,
      String code) {
    assertProblem(
        client.send(
            method,
            path,
            BodyPublishers.ofString(body),
            "Accept",
            accept,
            "Content-Type",
            contentType),
        status,
        code);
  }

  static Stream<Arguments> badVotes() {
    return Stream.of(
        bad("no vote", "{}", 400, "vote_missing"),
        bad("null", "{\"vote\":null}", 400, "vote_missing"),
        bad("sideways", "{\"vote\":\"sideways\"}", 400, "malformed_request"),
        bad("UP", "{\"vote\":\"UP\"}", 400, "malformed_request"),
        bad("an array", "{\"vote\":[]}", 400, "malformed_request"),
        bad(
            "501 characters of reason",
            "{\"vote\":\"up\",\"reason\":\"" + "长".repeat(501) + "\"}",
            400,
            "reason_length"),
        bad("on an answer nobody knows", "{\"vote\":\"up\"}", 404, "answer_unknown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badVotes")
  void aBadVoteIsTurnedAway(String what, String body, int status, String code) {
    assertProblem(client.post(FEEDBACK, body), status, code);
  }

  @Test
  void aReasonThatIsTooLongIsToldHowLongItMayBe() {
    String body = "{\"vote\":\"up\",\"reason\":\"" + "长".repeat(501) + "\"}";

    assertThat(client.post(FEEDBACK, body).json().path("detail").asString())
        .isEqualTo("理由最多 500 个字，现在是 501 个字。");
  }

  @Test
  void aHeaderWithTooManyMediaTypesIsMalformed() {
    assertProblem(
        client.get("/api/v1/suggestions", "Accept", "*/*, ".repeat(300) + "*/*"),
        400,
        "malformed_request");
  }

  @Test
  void aPathWithABlankInThePlaceOfAnIdLeadsNowhere() {
    assertProblem(
        client.post("/api/v1/answers/%20/feedback", "{\"vote\":\"up\"}"), 404, "not_found");
  }

  @Test
  void aVoteOnWhatIsNoAnswersIdIsMalformed() {
    assertProblem(
        client.post("/api/v1/answers/first/feedback", "{\"vote\":\"up\"}"),
        400,
        "malformed_request");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "zh-CN, 问题太短或太长, '问题要有 1 到 500 个字，现在是 501 个字。', zh-CN",
    "zh-TW, 問題太短或太長, '問題要有 1 到 500 個字，現在是 501 個字。', zh-TW",
    "zh-HK, 問題太短或太長, '問題要有 1 到 500 個字，現在是 501 個字。', zh-TW",
    "'en-GB,en;q=0.9', Question too short or too long, A question has 1 to 500 characters; this one has 501., en",
    "'fr,en;q=0.5', Question too short or too long, A question has 1 to 500 characters; this one has 501., en",
    "fr, 问题太短或太长, '问题要有 1 到 500 个字，现在是 501 个字。', zh-CN"
  })
  void aProblemIsToldInTheCallersLanguage(
      String acceptLanguage, String title, String detail, String contentLanguage) {
    Response response =
        client.post(
            Client.CHAT, Client.question("鹿".repeat(501)), "Accept-Language", acceptLanguage);

    assertThat(response.json().path("title").asString()).isEqualTo(title);
    assertThat(response.json().path("detail").asString()).isEqualTo(detail);
    assertThat(response.header("Content-Language")).isEqualTo(contentLanguage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!;;q=zz", "*", ",,,", "x-klingon;q=9", "en;q=abc", "\u00e9\u00e8"})
  void anAcceptLanguageThatMakesNoSenseDoesNoHarm(String garbage) {
    Response response = client.post(Client.CHAT, Client.question(" "), "Accept-Language", garbage);

    assertProblem(response, 400, "question_length");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "麋鹿\\u0000吃什么？",
        "\\u0000",
        "麋鹿\\ud800吃什么？",
        "\\udc00\\ud800",
        "\\ufffe\\uffff",
        "\\u200b\\u202e\\u2066",
        "🦌🦌🦌",
        "' OR 1=1; DROP TABLE turn; --",
        "<script>alert(1)</script>",
        "\\\"}]} /* */",
        "+-&&||!(){}[]^~*?:",
        "%s %d {0} ${jndi:ldap://x}"
      })
  void strangeCharactersInAQuestionGetAnAnswerLikeAnyOther(String question) {
    Response response = client.post(Client.CHAT, "{\"question\":\"" + question + "\"}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("outcome").asString()).isIn("answered", "no_source", "refused");
  }

  @Test
  void fiveHundredCharactersAreNotTooMany() {
    Response response = client.ask("麋鹿吃什么？" + "呢".repeat(494));

    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void whiteSpaceAroundAQuestionDoesNotCount() {
    Response response = client.ask(" ".repeat(300) + "麋鹿吃什么？" + "\n".repeat(300));

    assertThat(response.json().path("outcome").asString()).isEqualTo("answered");
  }

  @Test
  void fieldsThatNobodyKnowsArePassedOver() {
    assertThat(client.ask("麋鹿吃什么？", "tomorrow", "yes").status()).isEqualTo(200);
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(response.status()).as(response.text()).isEqualTo(status);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = response.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{0}", "{1}");
    assertThat(response.text()).doesNotContain("at org.", "Exception", "org.kepu", "trace");
  }

  private static Arguments bad(String what, String body, int status, String code) {
    return Arguments.of(what, body, status, code);
  }

  private static String with(String field, String value) {
    return Client.question("麋鹿吃什么？", field, value);
  }
}
