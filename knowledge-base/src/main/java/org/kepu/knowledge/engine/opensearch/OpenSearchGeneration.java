package org.kepu.knowledge.engine.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kepu.knowledge.engine.lucene.analysis.Words;
import org.kepu.knowledge.index.PassageJson;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.search.QueryTerm;
import tools.jackson.databind.JsonNode;

/** One hold on a generation in the cluster. */
final class OpenSearchGeneration implements Generation {

  /** How many neighbours the graph search keeps beside those asked for: recall against time. */
  private static final int MIN_NEIGHBOURS = 50;

  private static final double COSINE_STEPS = 10_000;

  /** How many documents, and passages, are fetched at a time. */
  private static final int PAGE = 1_000;

  private static final List<Object> BEST_FIRST =
      List.of(Map.of("_score", "desc"), Map.of(Schema.ORDER, "asc"));

  private final OpenSearchIndex index;
  private final HeldGeneration contents;
  private final AtomicBoolean closed = new AtomicBoolean();

  OpenSearchGeneration(OpenSearchIndex index, HeldGeneration contents) {
    this.index = index;
    this.contents = contents;
  }

  @Override
  public String fingerprint() {
    return contents.description().fingerprint();
  }

  @Override
  public String embedder() {
    return contents.description().embedder();
  }

  @Override
  public SortedMap<String, String> documents() {
    SortedMap<String, String> versions = new TreeMap<>();
    Map<String, Object> composite = new LinkedHashMap<>();
    composite.put("size", PAGE);
    composite.put(
        "sources", List.of(eachValue(Schema.DOCUMENT_ID), eachValue(Schema.DOCUMENT_VERSION)));
    JsonNode found;
    do {
      found = aggregated(Map.of("documents", Map.of("composite", composite))).path("documents");
      for (JsonNode bucket : found.path("buckets")) {
        JsonNode key = bucket.path("key");
        versions.put(
            key.path(Schema.DOCUMENT_ID).asString(), key.path(Schema.DOCUMENT_VERSION).asString());
      }
      composite.put("after", found.path("after_key"));
    } while (found.has("after_key"));
    return versions;
  }

  @Override
  public int size() {
    return count(Map.of("exists", Map.of("field", Schema.ID)));
  }

  @Override
  public List<Hit> matching(String question, int k) {
    Set<String> words = Words.of(question);
    if (words.isEmpty()) {
      return List.of();
    }
    List<Object> clauses = new ArrayList<>();
    for (String word : words) {
      clauses.add(term(Schema.CONTENT, word));
    }
    JsonNode found = ranked(Map.of("bool", Map.of("should", clauses)), k, question.hashCode());
    List<Hit> hits = new ArrayList<>();
    for (JsonNode hit : found) {
      hits.add(new Hit(id(hit), hit.path("_score").asDouble()));
    }
    return hits;
  }

  @Override
  public List<Hit> nearest(float[] vector, int k) {
    if (contents.dimension() == 0) {
      return List.of();
    }
    Object nearest = Map.of("vector", vector, "k", Math.max(k, MIN_NEIGHBOURS));
    Object query =
        Map.of(
            "nested",
            Map.of(
                "path",
                Schema.WINDOWS,
                "score_mode",
                "max",
                "query",
                Map.of("knn", Map.of(Schema.WINDOWS + "." + Schema.VECTOR, nearest))));
    List<Numbered> hits = new ArrayList<>();
    for (JsonNode hit : ranked(query, k, Arrays.hashCode(vector))) {
      double cosine = cosine(hit.path("_score").asDouble());
      hits.add(new Numbered(new Hit(id(hit), cosine), hit.path("sort").path(1).asLong()));
    }
    // Those that are equal only now are in the order of adding, too.
    return hits.stream().sorted(Numbered.BEST_FIRST).map(Numbered::hit).toList();
  }

  @Override
  public List<QueryTerm> terms(String question) {
    Set<String> words = Words.of(question);
    Map<String, Double> weights = new HashMap<>(contents.weights.getAllPresent(words));
    List<String> unknown = words.stream().filter(word -> !weights.containsKey(word)).toList();
    if (!unknown.isEmpty()) {
      weights.putAll(weigh(unknown));
    }
    return words.stream()
        .map(word -> new QueryTerm(word, weights.getOrDefault(word, 0.0)))
        .toList();
  }

  @Override
  public List<Passage> passages(Collection<String> ids) {
    Map<String, Passage> found = new HashMap<>(contents.passages.getAllPresent(ids));
    List<String> missing =
        new LinkedHashSet<>(ids).stream().filter(id -> !found.containsKey(id)).toList();
    for (int from = 0; from < missing.size(); from += PAGE) {
      List<String> page = missing.subList(from, Math.min(from + PAGE, missing.size()));
      for (Passage passage : read(Map.of("terms", Map.of(Schema.ID, page)), page.size())) {
        found.put(passage.id(), passage);
        contents.passages.put(passage.id(), passage);
      }
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Optional<Passage> variantOf(Passage passage) {
    String section = passage.section();
    Cache<String, Optional<Passage>> variants = contents.variants;
    return variants.get(section, key -> read(term(Schema.VARIANT_OF, key), 1).stream().findFirst());
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      index.release(contents);
    }
  }

  private Map<String, Double> weigh(List<String> words) {
    List<Object> filters = new ArrayList<>();
    filters.add(Map.of("exists", Map.of("field", Schema.CONTENT)));
    words.forEach(word -> filters.add(term(Schema.CONTENT, word)));
    JsonNode buckets =
        aggregated(Map.of("holders", Map.of("filters", Map.of("filters", filters))))
            .path("holders")
            .path("buckets");
    double size = buckets.path(0).path("doc_count").asDouble();
    Map<String, Double> weights = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      double holders = buckets.path(i + 1).path("doc_count").asDouble();
      weights.put(words.get(i), Math.log1p((size - holders + 0.5) / (holders + 0.5)));
    }
    contents.weights.putAll(weights);
    return weights;
  }

  /**
   * The best for a query, and between equal ones the first added.
   *
   * @param asked the same question asks the same copies, so that it gets the same list
   */
  private JsonNode ranked(Object query, int k, int asked) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", k);
    body.put("track_total_hits", false);
    body.put("_source", false);
    body.put("stored_fields", "_none_");
    body.put("docvalue_fields", List.of(Schema.ID));
    body.put("sort", BEST_FIRST);
    body.put("query", query);
    Call call =
        Call.post(path(), body)
            .with("preference", "kepu" + Integer.toHexString(asked))
            // Else each shard would weigh words by what it alone holds.
            .with("search_type", "dfs_query_then_fetch");
    return contents.cluster().search(call).path("hits").path("hits");
  }

  private List<Passage> read(Object query, int most) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", most);
    body.put("track_total_hits", false);
    body.put("_source", List.of(Schema.PASSAGE));
    body.put("sort", List.of(Map.of(Schema.ORDER, "asc")));
    body.put("query", Map.of("bool", Map.of("filter", query)));
    List<Passage> passages = new ArrayList<>();
    JsonNode found = contents.cluster().search(Call.post(path(), body));
    for (JsonNode hit : found.path("hits").path("hits")) {
      passages.add(PassageJson.read(hit.path("_source").path(Schema.PASSAGE).asString()));
    }
    return passages;
  }

  private int count(Object query) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", 0);
    body.put("track_total_hits", true);
    body.put("query", query);
    JsonNode found = contents.cluster().search(Call.post(path(), body));
    return found.path("hits").path("total").path("value").asInt();
  }

  private JsonNode aggregated(Map<String, Object> aggregations) {
    Map<String, Object> body = Map.of("size", 0, "aggs", aggregations);
    return contents.cluster().search(Call.post(path(), body)).path("aggregations");
  }

  private String path() {
    return "/" + contents.name() + "/_search";
  }

  private static String id(JsonNode hit) {
    return hit.path("fields").path(Schema.ID).path(0).asString();
  }

  private static Map<String, Object> term(String field, String value) {
    return Map.of("term", Map.of(field, value));
  }

  private static Map<String, Object> eachValue(String field) {
    return Map.of(field, Map.of("terms", Map.of("field", field)));
  }

  /**
   * The cosine behind a score: above 0 it is the score less 1, below 0 it makes the score 1 / (1 −
   * cosine). Rounded as the embedded engine does, so that both give the same.
   */
  private static double cosine(double score) {
    double cosine = score >= 1 ? score - 1 : 1 - 1 / score;
    return Math.round(cosine * COSINE_STEPS) / COSINE_STEPS;
  }

  /** A hit with its number in the order of adding. */
  private record Numbered(Hit hit, long order) {

    private static final Comparator<Numbered> BEST_FIRST =
        Comparator.comparingDouble((Numbered numbered) -> numbered.hit().score())
            .reversed()
            .thenComparingLong(Numbered::order);
  }
}
