package org.kepu.assistant.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Rollup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Terminals over HTTP: registered, paired, set otherwise, and taken along from. */
@ServiceTest
class TerminalsIT {

  private static final String TERMINALS = "/api/v1/admin/terminals";
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  @Autowired private TerminalKeeper keeper;
  @Autowired private Rollup rollup;
  private Client client = new Client(0);
  private Staff admin = Staff.nobody(client);
  private String id = "";

  @BeforeEach
  void register() {
    client = new Client(port);
    admin = Staff.with(client, accounts, Set.of(Role.ADMIN));
    id = "milu-" + UUID.randomUUID().toString().substring(0, 8);
    Response registered =
        admin.post(TERMINALS, "{\"id\":\"%s\",%s".formatted(id, settings("门厅左", "milu")));
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    assertThat(registered.json().path("state").asString()).isEqualTo("unpaired");
  }

  @Test
  void aPairedTerminalsQuestionsCarryItsPlaceWhateverTheySay() {
    String cookie = paired();

    Response answer =
        ask(cookie, "\"venue\":\"nature\",\"hall\":\"other\",\"exhibit\":\"nature-01\"");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(question(answer.json().path("answerId").asString()))
        .containsEntry("terminal", id)
        .containsEntry("venue", "milu")
        .containsEntry("hall", "hall-1")
        .containsEntry("exhibit", "milu-01")
        .containsEntry("flags", "")
        .containsEntry("visitor_key", null);
  }

  @Test
  void aTerminalCannotNameAnotherNorAnybodyARegisteredOne() {
    String cookie = paired();

    assertThat(code(ask(cookie, "\"terminal\":\"another\""))).isEqualTo("terminal_not_yours");
    assertThat(code(ask("", "\"terminal\":\"%s\"".formatted(id))))
        .isEqualTo("terminal_needs_token");
    JsonNode receipt =
        client
            .post(
                "/api/v1/events",
                "[{\"id\":\"%s\",\"type\":\"attract_view\",\"channel\":\"kiosk\",\"terminal\":\"%s\"}]"
                    .formatted(UUID.randomUUID(), id))
            .json();
    assertThat(receipt.path("rejected").path(0).path("code").asString())
        .isEqualTo("terminal_needs_token");
  }

  @Test
  void aTrialWorksAndIsMarkedInTheLog() {
    Response answer = ask("", "\"terminal\":\"trial-1\",\"venue\":\"milu\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(question(answer.json().path("answerId").asString()))
        .containsEntry("terminal", "trial-1")
        .containsEntry("venue", "milu")
        .containsEntry("flags", "test");
  }

  @Test
  void itsQueueIsRecordedOnceWithItsPlaceAndWithoutTexts() {
    String cookie = paired();
    UUID event = UUID.randomUUID();
    String queue =
        "[{\"id\":\"%s\",\"type\":\"question\",\"channel\":\"kiosk\",\"offline\":true,\"conversationId\":\"%s\",\"answerId\":\"%s\"}]"
            .formatted(event, UUID.randomUUID(), UUID.randomUUID());

    for (int i = 0; i < 2; i++) {
      Response receipt =
          client.post("/api/v1/events", queue, "Cookie", cookie, "User-Agent", BROWSER);
      assertThat(receipt.json().path("recorded").asInt()).isEqualTo(i == 0 ? 1 : 0);
    }

    assertThat(
            jdbc.sql("SELECT * FROM interaction WHERE event_id = ?")
                .param(event.toString())
                .query()
                .singleRow())
        .containsEntry("terminal", id)
        .containsEntry("hall", "hall-1")
        .containsEntry("flags", "offline");
    Response revoked = admin.send("DELETE", TERMINALS + "/" + id + "/token", "");
    assertThat(revoked.status()).isEqualTo(204);
    assertThat(client.post("/api/v1/events", queue, "Cookie", cookie).status())
        .as("the queue of a device that is paired no longer waits")
        .isEqualTo(401);
  }

  @Test
  void aQuestionWhoseAnswerWasLostIsCountedOnceAsTheVisitorSawIt() throws Exception {
    String hall = "hall-" + UUID.randomUUID().toString().substring(0, 8);
    admin.put(TERMINALS + "/" + id, "{" + settings("门厅左", "milu").replace("hall-1", hall));
    String cookie = paired();
    UUID request = UUID.randomUUID();
    UUID conversation = UUID.randomUUID();
    String asked =
        Client.question(
            "麋鹿吃什么？",
            "channel",
            "kiosk",
            "requestId",
            request.toString(),
            "conversationId",
            conversation.toString());
    try (Socket connection = new Socket("localhost", port)) {
      connection
          .getOutputStream()
          .write(
              "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\nUser-Agent: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(
                      Client.CHAT, port, cookie, BROWSER, asked.getBytes(UTF_8).length, asked)
                  .getBytes(UTF_8));
      await(() -> logged("question", conversation) == 1);
    }
    await(() -> logged("answer", conversation) == 1);
    // The next visitor's reset comes before the queue.
    client.delete("/api/v1/conversations/" + conversation);

    String fields =
        "\"channel\":\"kiosk\",\"offline\":true,\"conversationId\":\"%s\",\"answerId\":\"%s\""
            .formatted(conversation, request);
    String queue =
        "[{\"id\":\"%s\",\"type\":\"question\",%s},{\"id\":\"%s\",\"type\":\"answer\",\"outcome\":\"no_source\",%s}]"
            .formatted(request, fields, UUID.randomUUID(), fields);
    for (int i = 0; i < 2; i++) {
      client.post("/api/v1/events", queue, "Cookie", cookie, "User-Agent", BROWSER);
    }

    rollup.update();
    assertThat(logged("question", conversation)).isEqualTo(1);
    assertThat(figure("question", "no_source", hall)).isEqualTo(Count.WHOLE);
    assertThat(figure("question", "%", hall)).isEqualTo(Count.WHOLE);
    assertThat(figure("visit", "%", hall)).isEqualTo(1);
    assertThat(figure("offline", "%", hall)).isEqualTo(1);
  }

  @Test
  void attractViewsAreCountedAndAreNobodysVisit() {
    String hall = "hall-" + UUID.randomUUID().toString().substring(0, 8);
    admin.put(TERMINALS + "/" + id, "{" + settings("门厅左", "milu").replace("hall-1", hall));
    String views =
        "[{\"id\":\"%s\",\"type\":\"attract_view\",\"channel\":\"kiosk\"},{\"id\":\"%s\",\"type\":\"attract_view\",\"channel\":\"kiosk\"}]"
            .formatted(UUID.randomUUID(), UUID.randomUUID());

    client.post("/api/v1/events", views, "Cookie", paired(), "User-Agent", BROWSER);

    rollup.update();
    assertThat(figure("attract_view", "%", hall)).isEqualTo(2);
    assertThat(figure("%", "%", hall)).as("all figures of the hall").isEqualTo(2);
  }

  @Test
  void theHeartbeatTellsOfANewVersionAndTheDashboardOfTheOneShown() {
    String cookie = paired();
    assertThat(beat(cookie, 1)).isEqualTo(1);
    admin.put(TERMINALS + "/" + id, "{" + settings("门厅右", "milu"));

    assertThat(beat(cookie, 1)).isEqualTo(2);
    JsonNode set = client.get("/api/v1/kiosk/configuration", "Cookie", cookie).json();
    assertThat(set.path("name").asString()).isEqualTo("门厅右");
    assertThat(set.path("version").asInt()).isEqualTo(2);

    Response back = admin.post(TERMINALS + "/" + id + "/versions/1/restore", "");
    assertThat(back.status()).as(back.text()).isEqualTo(200);
    assertThat(beat(cookie, 2)).isEqualTo(3);
    JsonNode standing = standing(admin);
    assertThat(standing.path("state").asString()).isEqualTo("alive");
    assertThat(standing.path("appliedVersion").asInt()).isEqualTo(2);
    assertThat(standing.path("version").asInt()).isEqualTo(3);
    assertThat(standing.path("settings").path("name").asString()).isEqualTo("门厅左");
    assertThat(admin.get(TERMINALS + "/" + id + "/versions").json()).hasSize(3);
  }

  @Test
  void whoIsBoundToAnotherVenueNeitherSeesNorChangesIt() {
    Staff ofNature = Staff.with(client, accounts, Set.of(Role.ADMIN), "nature");

    assertThat(standing(ofNature).isMissingNode()).isTrue();
    assertThat(ofNature.post(TERMINALS + "/" + id + "/code", "").status()).isEqualTo(403);
    assertThat(ofNature.put(TERMINALS + "/" + id, "{" + settings("theirs", "nature")).status())
        .isEqualTo(403);
    assertThat(ofNature.send("DELETE", TERMINALS + "/" + id + "/token", "").status())
        .isEqualTo(403);
  }

  @Test
  void whatMakesNoSenseIsToldByItsField() {
    assertThat(
            admin
                .put(
                    TERMINALS + "/" + id,
                    "{\"name\":\"t\",\"venue\":\"milu\",\"opens\":\"17:00\",\"closes\":\"09:00\"}")
                .json()
                .path("detail")
                .asString())
        .contains("opens, closes");
    assertThat(
            code(admin.post(TERMINALS, "{\"id\":\"%s\",%s".formatted(id, settings("t", "milu")))))
        .isEqualTo("terminal_exists");
  }

  @Test
  void anAnswerIsTakenAlongOnceWithoutItsQuestionAndStaysOneVisit() {
    String cookie = paired();
    JsonNode answer = ask(cookie, "\"venue\":\"milu\"").json();
    String wish =
        "{\"conversationId\":\"%s\",\"answerId\":\"%s\"}"
            .formatted(
                answer.path("conversationId").asString(), answer.path("answerId").asString());
    Response offer = client.post("/api/v1/kiosk/take-along", wish, "Cookie", cookie);
    assertThat(offer.status()).as(offer.text()).isEqualTo(200);
    String url = offer.json().path("url").asString();
    assertThat(url).startsWith(client.address() + "/t#");
    // The next visitor's reset does not take it away.
    client.delete("/api/v1/conversations/" + answer.path("conversationId").asString());

    String ticket = "{\"token\":\"%s\"}".formatted(url.substring(url.indexOf('#') + 1));
    Response opened = client.post("/api/v1/taken", ticket, "User-Agent", BROWSER);

    assertThat(opened.json().path("sentences").path(0).path("text").asString())
        .isEqualTo(answer.path("sentences").path(0).path("text").asString());
    assertThat(opened.json().path("citations").path(0).path("quote").asString()).isNotEmpty();
    assertThat(opened.json().path("aiLabel").asString()).isEqualTo("人工智能生成");
    assertThat(opened.text()).doesNotContain("\"question").doesNotContain("conversationId");
    Response again = client.post("/api/v1/taken", ticket, "User-Agent", BROWSER);
    assertThat(again.status()).isEqualTo(410);
    assertThat(code(again)).isEqualTo("taken_spent");
    assertThat(code(client.post("/api/v1/taken", "{\"token\":\"nobodys\"}")))
        .isEqualTo("taken_gone");
    assertThat(noted("qr_shown", answer))
        .containsEntry("terminal", id)
        .containsEntry("channel", "kiosk");
    assertThat(noted("qr_opened", answer))
        .containsEntry("channel", "h5")
        .containsEntry("parent_conversation_id", answer.path("conversationId").asString());
  }

  @Test
  void theOldAddressStillLeadsToAPage() {
    assertThat(client.get("/kiosk?terminal=milu-1&venue=milu").status()).isEqualTo(200);
    assertThat(client.get("/kiosk").status()).isEqualTo(200);
    assertThat(client.get("/t").text()).contains("taken.js");
  }

  @Test
  void thePackHoldsTheVenueFirstAndStaysWithinItsSize() {
    Response pack = client.get("/api/v1/kiosk/pack?venue=milu");

    assertThat(pack.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isLessThan(2048 * 1024 + 1000);
    JsonNode articles = pack.json().path("articles");
    assertThat(articles.size()).isGreaterThan(150);
    assertThat(articles)
        .allSatisfy(
            article -> {
              assertThat(article.path("source").asString()).isNotEmpty();
              JsonNode part = article.path("sections").path(0);
              JsonNode first = part.path("sentences").path(0);
              assertThat(part.path("text").asString())
                  .startsWith(
                      part.path("text")
                          .asString()
                          .substring(first.path("start").asInt(), first.path("end").asInt()));
            });
    assertThat(pack.text()).contains("麋鹿");
    assertThat(
            client
                .get("/api/v1/kiosk/pack?venue=milu", "If-None-Match", pack.header("ETag"))
                .status())
        .isEqualTo(304);
  }

  private long logged(String type, UUID conversation) {
    return jdbc.sql("SELECT count(*) FROM interaction WHERE type = ? AND conversation_id = ?")
        .param(type)
        .param(conversation.toString())
        .query(Long.class)
        .single();
  }

  private long figure(String measure, String outcome, String hall) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(amount), 0) FROM rollup
            WHERE measure LIKE ? AND outcome LIKE ? AND hall = ?
            """)
        .param(measure)
        .param(outcome)
        .param(hall)
        .query(Long.class)
        .single();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private Map<String, @Nullable Object> noted(String type, JsonNode answer) {
    return jdbc.sql("SELECT * FROM interaction WHERE type = ? AND answer_id = ?")
        .param(type)
        .param(answer.path("answerId").asString())
        .query()
        .singleRow();
  }

  private Map<String, @Nullable Object> question(String answerId) {
    return jdbc.sql("SELECT * FROM interaction WHERE type = 'question' AND answer_id = ?")
        .param(answerId)
        .query()
        .singleRow();
  }

  /** Pairs past the door's limit on tries, which all tests would share. */
  private String paired() {
    TerminalKeeper.Code code = keeper.offer(id, "test").orElseThrow();
    var pairing = keeper.pair(code.digits(), UUID.randomUUID().toString());
    assertThat(pairing).isInstanceOf(TerminalKeeper.Pairing.Paired.class);
    return "kepu_terminal=" + ((TerminalKeeper.Pairing.Paired) pairing).token();
  }

  private Response ask(String cookie, String fields) {
    return client.post(
        Client.CHAT,
        "{\"question\":\"麋鹿为什么叫“四不像”？\",\"channel\":\"kiosk\",%s}".formatted(fields),
        "Cookie",
        cookie,
        "User-Agent",
        BROWSER,
        "Accept-Language",
        "zh-CN");
  }

  private int beat(String cookie, int version) {
    Response pulse =
        client.send(
            "PUT",
            "/api/v1/kiosk/heartbeat",
            java.net.http.HttpRequest.BodyPublishers.ofString(
                "{\"version\":%d}".formatted(version)),
            "Cookie",
            cookie,
            "Content-Type",
            "application/json");
    assertThat(pulse.status()).as(pulse.text()).isEqualTo(200);
    assertThat(pulse.header("Set-Cookie"))
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict");
    return pulse.json().path("version").asInt();
  }

  private JsonNode standing(Staff staff) {
    for (JsonNode one : staff.get(TERMINALS).json()) {
      if (one.path("id").asString().equals(id)) {
        return one;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  private static String code(Response response) {
    return response.json().path("code").asString();
  }

  private static String settings(String name, String venue) {
    return "\"name\":\"%s\",\"venue\":\"%s\",\"hall\":\"hall-1\",\"exhibit\":\"milu-01\",\"opens\":\"00:00\",\"closes\":\"23:59\",\"audience\":\"child\",\"low\":true,\"large\":false}"
        .formatted(name, venue);
  }
}
