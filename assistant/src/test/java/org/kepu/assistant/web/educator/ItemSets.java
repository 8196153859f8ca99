package org.kepu.assistant.web.educator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.Staff;
import tools.jackson.databind.JsonNode;

/** The item sets that a teacher orders from a service under test. */
record ItemSets(Staff teacher) {

  static final String PATH = "/api/v1/educator/item-sets";

  /** An order that was taken; its set is being made. */
  JsonNode begun(String order) {
    Response response = teacher.post(PATH, order);
    assertThat(response.status()).as(response.text()).isEqualTo(202);
    return response.json();
  }

  /** A set, ready. */
  JsonNode made(String order) {
    String id = begun(order).path("id").asString();
    for (Instant until = Instant.now().plusSeconds(120); Instant.now().isBefore(until); ) {
      JsonNode set = teacher.get(PATH + "/" + id).json();
      if (!set.path("state").asString().equals("making")) {
        assertThat(set.path("state").asString()).isEqualTo("ready");
        return set;
      }
      pause();
    }
    throw new AssertionError("The set was not made in two minutes");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
