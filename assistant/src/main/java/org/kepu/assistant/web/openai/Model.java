package org.kepu.assistant.web.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.web.ApiException;
import org.springframework.http.HttpStatus;

/**
 * A name a client may ask for. It chooses whom an answer is for: the one thing about a reader that
 * every client of this shape lets one set.
 */
enum Model {
  KEPU("kepu", Audience.GENERAL),
  CHILD("kepu-child", Audience.CHILD),
  ELDER("kepu-elder", Audience.ELDER),
  EDUCATOR("kepu-educator", Audience.EDUCATOR);

  private final String id;
  private final Audience audience;

  Model(String id, Audience audience) {
    this.id = id;
    this.audience = audience;
  }

  String id() {
    return id;
  }

  Audience audience() {
    return audience;
  }

  /** For whom its caller chose that it answers; null: they took the first as it comes. */
  @Nullable Audience chosen() {
    return this == KEPU ? null : audience;
  }

  /**
   * @param id null or blank: the first
   * @throws ApiException if there is no such model
   */
  static Model of(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return KEPU;
    }
    return Stream.of(values())
        .filter(model -> model.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "model_unknown", id, ids()));
  }

  private static String ids() {
    return String.join(", ", Stream.of(values()).map(Model::id).toList());
  }

  /** As the API lists it. */
  Card card() {
    return new Card(id, "model", 0, "kepu");
  }

  static Cards cards() {
    return new Cards("list", Stream.of(values()).map(Model::card).toList());
  }

  /**
   * @param created always 0: a name was not made on a day
   */
  @Schema(name = "Model")
  record Card(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {}

  @Schema(name = "Models")
  record Cards(String object, List<Card> data) {
    Cards {
      data = List.copyOf(data);
    }
  }
}
