package org.kepu.evaluation.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.attack.Attempt.Framing;
import org.kepu.evaluation.attack.Attempt.Header;

/** What is wrong is found, and what is right is not. */
class JudgeTest {

  private static final String PROBLEM =
      "{\"status\":400,\"code\":\"a\",\"title\":\"b\",\"detail\":\"%s\"}";
  private static final Operation CLOSED =
      new Operation("GET", "/api/v1/admin/accounts", List.of(), List.of());

  @Test
  void aWholeProblemDetailIsRight() {
    assertThat(faults(Caller.ADMIN, answer(400, "application/problem+json", PROBLEM))).isEmpty();
  }

  @Test
  void aFailureOfTheServiceIsFound() {
    assertThat(faults(Caller.ADMIN, answer(500, "application/problem+json", PROBLEM)))
        .contains("status 500");
  }

  @Test
  void insidesAreFound() {
    for (String told :
        List.of(
            "java.lang.NullPointerException",
            "at org.kepu.Foo.bar(Foo.java:12)",
            "IllegalStateException: no",
            "tools.jackson.databind.JsonNode")) {
      assertThat(
              faults(
                  Caller.ADMIN, answer(400, "application/problem+json", PROBLEM.formatted(told))))
          .as(told)
          .containsExactly("tells of its insides");
    }
  }

  @Test
  void whatIsNoProblemDetailIsFound() {
    assertThat(faults(Caller.ADMIN, answer(404, "text/html", "<h1>Not found</h1>")))
        .containsExactly("no problem detail, but 'text/html'");
    assertThat(faults(Caller.ADMIN, answer(404, "application/problem+json", "{}")))
        .containsExactly("an incomplete problem detail");
  }

  @Test
  void whoIsLetInWithoutBeingSignedInIsFound() {
    assertThat(faults(Caller.FORGED_SESSION, answer(200, "application/json", "[]")))
        .containsExactly("let in as FORGED_SESSION");
    assertThat(faults(Caller.ADMIN, answer(200, "application/json", "[]"))).isEmpty();
  }

  @Test
  void slownessAndSilenceAreFound() {
    Answer answer = answer(200, "application/json", "[]");
    Answer slow =
        new Answer(
            200,
            answer.headers(),
            answer.body(),
            Duration.ofSeconds(11).toNanos(),
            "",
            false,
            true);
    assertThat(faults(Caller.ADMIN, slow)).containsExactly("slower than 10 s");
    assertThat(faults(Caller.ADMIN, Answer.none("reset", 1, false))).containsExactly("no answer");
  }

  @Test
  void theServersOwnRefusalNeedsNoProblemDetail() {
    Answer refusal =
        new Answer(
            431, List.of(new Header("Connection", "close")), new byte[0], 1, "", false, true);
    assertThat(faults(Caller.ADMIN, refusal)).isEmpty();
  }

  private static List<String> faults(Caller caller, Answer answer) {
    return Judge.faults(
        new Attempt(
            1,
            Trick.NOTHING,
            CLOSED,
            caller,
            "GET",
            CLOSED.path(),
            List.of(),
            new byte[0],
            Framing.LENGTH,
            true),
        answer);
  }

  private static Answer answer(int status, String type, String text) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", type));
    headers.add(new Header("X-Content-Type-Options", "nosniff"));
    return new Answer(status, headers, text.getBytes(UTF_8), 1, "", false, true);
  }
}
