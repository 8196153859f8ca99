package org.kepu.knowledge.engine.opensearch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.PassageJson;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.IndexFailureException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passages on their way to the cluster. One that not every copy acknowledged is sent again, under
 * the same number, until the patience of the settings is over.
 */
final class Batch {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PASSAGES = 200;
  private static final int BYTES = 2 << 20;

  private final Cluster cluster;
  private final String generation;

  /** What is not acknowledged yet, two lines each, by its number. */
  private final SequencedMap<Integer, byte[]> waiting = new LinkedHashMap<>();

  private int bytes;

  Batch(Cluster cluster, String generation) {
    this.cluster = cluster;
    this.generation = generation;
  }

  void add(int order, EmbeddedPassage embedded) {
    byte[] lines = lines(order, embedded);
    waiting.put(order, lines);
    bytes += lines.length;
  }

  boolean full() {
    return waiting.size() >= PASSAGES || bytes >= BYTES;
  }

  /**
   * Sends it.
   *
   * @throws IndexFailureException if a passage is refused, or not all copies have it in time
   */
  void write() {
    long deadline = System.nanoTime() + cluster.settings().writingPatience().toNanos();
    for (int attempt = 0; !waiting.isEmpty(); attempt++) {
      String missing = send();
      if (!waiting.isEmpty()) {
        if (System.nanoTime() > deadline) {
          throw new IndexFailureException(
              "%d passages of the index %s are not on all %d copies after %s (%s). Please check that enough nodes of the search cluster run; the live index stays"
                  .formatted(
                      waiting.size(),
                      generation,
                      cluster.settings().copies(),
                      cluster.settings().writingPatience(),
                      missing),
              null);
        }
        cluster.pause(attempt);
      }
    }
    bytes = 0;
  }

  /**
   * Sends what is waiting once, and keeps what was not acknowledged.
   *
   * @return why the last of those was not
   */
  private String send() {
    List<Integer> sent = List.copyOf(waiting.keySet());
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    waiting.values().forEach(body::writeBytes);
    JsonNode items =
        cluster
            .write(
                Call.bulk("/" + generation + "/_bulk", body.toByteArray())
                    .with("wait_for_active_shards", cluster.settings().copies())
                    .with("timeout", "5s"))
            .path("items");
    String missing = "";
    for (int i = 0; i < sent.size(); i++) {
      JsonNode item = items.path(i).path("index");
      int copies = item.path("_shards").path("successful").asInt();
      int status = item.path("status").asInt();
      if (status >= 200 && status < 300 && copies >= cluster.settings().copies()) {
        waiting.remove(sent.get(i));
      } else if (status >= 400 && status < 500 && status != 429 && status != 404) {
        throw new IndexFailureException(
            "The search cluster refused a passage of the index %s: %s"
                .formatted(generation, Refusal.of(status, item)),
            null);
      } else {
        missing = status >= 300 ? Refusal.of(status, item).toString() : "written on " + copies;
      }
    }
    return missing;
  }

  private static byte[] lines(int order, EmbeddedPassage embedded) {
    String action = JSON.writeValueAsString(Map.of("index", Map.of("_id", String.valueOf(order))));
    String document = JSON.writeValueAsString(document(order, embedded));
    return (action + "\n" + document + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> document(int order, EmbeddedPassage embedded) {
    Passage passage = embedded.passage();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(Schema.ORDER, order);
    document.put(Schema.DOCUMENT_ID, passage.documentId());
    document.put(Schema.DOCUMENT_VERSION, passage.documentVersion());
    document.put(Schema.PASSAGE, PassageJson.write(passage));
    if (passage.role() instanceof Role.Variant(String of)) {
      document.put(Schema.VARIANT_OF, of + "#" + passage.heading());
      return document;
    }
    document.put(Schema.ID, passage.id());
    document.put(Schema.CONTENT, passage.forMatching());
    List<Object> windows = new ArrayList<>();
    embedded.vectors().forEach(vector -> windows.add(Map.of(Schema.VECTOR, vector)));
    document.put(Schema.WINDOWS, windows);
    return document;
  }
}
