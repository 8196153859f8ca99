package org.kepu.knowledge.engine.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kepu.knowledge.engine.lucene.analysis.Words;
import org.kepu.knowledge.search.IndexFailureException;
import org.kepu.knowledge.text.TextForms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How generations are laid out in a cluster: the names of their fields, and their template. */
final class Schema {

  /** Changes whenever a generation written before cannot be read as one written now. */
  static final String LAYOUT = "opensearch/1";

  /** The number of a passage in the order of adding. */
  static final String ORDER = "order";

  /** The passage's id; variants have none. */
  static final String ID = "id";

  /** On a variant: the section whose place it takes. */
  static final String VARIANT_OF = "variantOf";

  static final String DOCUMENT_ID = "documentId";
  static final String DOCUMENT_VERSION = "documentVersion";

  /** Title, aliases, heading and text in the form for matching, for BM25; not on variants. */
  static final String CONTENT = "content";

  /** The passage's record, as JSON. */
  static final String PASSAGE = "passage";

  /** The passage's windows, which are matched on their own. */
  static final String WINDOWS = "windows";

  /** A window's vector. */
  static final String VECTOR = "vector";

  private static final JsonMapper JSON = new JsonMapper();

  /** Above what an institute's own templates for all names have. */
  private static final int PRIORITY = 500;

  private static final String PROBE = "麋鹿（Milu）有飞驰 700km 的ＸＰ・カタカナ吗？𠮷";

  private Schema() {}

  /**
   * Puts the template in place, and looks whether the cluster cuts texts into the words that
   * questions are asked by.
   */
  static void install(Cluster cluster, Names names) {
    OpenSearchSettings settings = cluster.settings();
    ObjectNode template = template();
    ObjectNode index = (ObjectNode) template.path("settings").path("index");
    index.put("number_of_shards", settings.shards());
    index.put("number_of_replicas", settings.copies() - 1);
    cluster.write(
        Call.put(
            "/_index_template/" + names.template(),
            Map.of(
                "index_patterns", List.of(names.generations()),
                "priority", PRIORITY,
                "template", template)));
  }

  /** Compares the words of a sentence of many scripts. */
  static void checkWords(Cluster cluster, String generation) {
    JsonNode answer =
        cluster.ask(
            Call.post(
                "/" + generation + "/_analyze",
                Map.of("field", CONTENT, "text", TextForms.forMatching(PROBE))));
    Set<String> theirs = new LinkedHashSet<>();
    answer.path("tokens").forEach(token -> theirs.add(token.path("token").asString()));
    Set<String> ours = Words.of(PROBE);
    if (!theirs.equals(ours)) {
      throw new IndexFailureException(
          "The search cluster cuts “%s” into %s and this service into %s. Please use OpenSearch 2.19 to 3.x for it"
              .formatted(PROBE, theirs, ours),
          null);
    }
  }

  /** What a generation needs besides, once it is known how long its vectors are. */
  static Map<String, Object> windowsOf(int dimension) {
    Map<String, Object> method =
        Map.of(
            "name", "hnsw",
            "engine", "lucene",
            // Of vectors of length 1 the inner product is the cosine.
            "space_type", "innerproduct",
            "parameters", Map.of("m", 16, "ef_construction", 100));
    Map<String, Object> vector =
        Map.of("type", "knn_vector", "dimension", dimension, "method", method);
    return Map.of(WINDOWS, Map.of("type", "nested", "properties", Map.of(VECTOR, vector)));
  }

  /** How long the vectors of a generation are, 0 if it has none. */
  static int dimension(JsonNode mapping) {
    return mapping
        .path("properties")
        .path(WINDOWS)
        .path("properties")
        .path(VECTOR)
        .path("dimension")
        .asInt(0);
  }

  private static ObjectNode template() {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream("generation.json"))) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("A resource cannot be read", e);
    }
  }
}
