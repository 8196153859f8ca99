package org.kepu.evaluation.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final ApiDescription API =
      new ApiDescription(
          """
          {"paths": {
            "/api/v1/chat": {"post": {"requestBody": {"content": {"application/json": {"schema":
              {"type": "object", "properties": {"question": {"type": "string"},
               "venue": {"type": "string"}}}}}}}},
            "/api/v1/admin/terminals/{id}": {"get": {"parameters": [
              {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
              {"name": "from", "in": "query", "schema": {"type": "string", "format": "date"}}]}}}}
          """);

  @Test
  void theSameSeedAndNumberAreTheSameRequest() {
    for (long number = 0; number < 2_000; number++) {
      assertThat(bytes(7, number)).isEqualTo(bytes(7, number));
    }
    assertThat(bytes(7, 1)).isNotEqualTo(bytes(8, 1));
  }

  @Test
  void everyOperationTrickAndCallerHasItsTurn() {
    Set<String> operations = new HashSet<>();
    Set<Trick> tricks = EnumSet.noneOf(Trick.class);
    Set<Caller> callers = EnumSet.noneOf(Caller.class);
    Attempts attempts = attempts(1);
    for (long number = 0; number < 2_000; number++) {
      Attempt attempt = attempts.of(number);
      operations.add(attempt.operation().name());
      tricks.add(attempt.trick());
      callers.add(attempt.caller());
    }
    assertThat(operations).hasSize(2);
    assertThat(tricks).containsExactlyInAnyOrder(Trick.values());
    assertThat(callers).containsExactlyInAnyOrder(Caller.values());
  }

  private static String bytes(long seed, long number) {
    return new String(attempts(seed).of(number).bytes("localhost:1"), ISO_8859_1);
  }

  private static Attempts attempts(long seed) {
    return new Attempts(seed, API, new OddValues(null), (operation, name) -> List.of("known"));
  }
}
