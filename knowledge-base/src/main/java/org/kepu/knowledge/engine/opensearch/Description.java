package org.kepu.knowledge.engine.opensearch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a generation says of itself, beside its mapping.
 *
 * @param layout of its fields, empty if it is none of ours
 * @param fingerprint names everything that shaped it
 * @param embedder names the model of its vectors
 * @param keepUntil before which nobody clears it away though it has no use
 */
record Description(String layout, String fingerprint, String embedder, Instant keepUntil) {

  private static final String LAYOUT = "layout";
  private static final String FINGERPRINT = "fingerprint";
  private static final String EMBEDDER = "embedder";
  private static final String KEEP_UNTIL = "keepUntil";

  /** Reads it from a mapping. */
  static Description of(JsonNode mapping) {
    JsonNode meta = mapping.path("_meta");
    return new Description(
        meta.path(LAYOUT).asString(""),
        meta.path(FINGERPRINT).asString(""),
        meta.path(EMBEDDER).asString(""),
        Instant.ofEpochMilli(meta.path(KEEP_UNTIL).asLong(0)));
  }

  Description kept(Instant until) {
    return new Description(layout, fingerprint, embedder, until);
  }

  /** Whether this version can ask it. */
  boolean readable() {
    return layout.equals(Schema.LAYOUT);
  }

  /** As it stands in a mapping. */
  Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(LAYOUT, layout);
    meta.put(FINGERPRINT, fingerprint);
    meta.put(EMBEDDER, embedder);
    meta.put(KEEP_UNTIL, keepUntil.toEpochMilli());
    return meta;
  }
}
