package org.kepu.knowledge.engine.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;
import tools.jackson.databind.JsonNode;

/** Writes a generation into an index of its own, in batches that every copy has acknowledged. */
final class OpenSearchGenerationBuilder implements GenerationBuilder {

  /** How long a build may be silent before others take it for stopped and clear it away. */
  private static final Duration SILENCE = Duration.ofHours(1);

  private static final int MERGE_ATTEMPTS = 3;

  private final OpenSearchIndex index;
  private final Cluster cluster;
  private final String name;
  private final String fingerprint;
  private final Description description;
  private final Batch batch;
  private int added;
  private int dimension;
  private Instant lastSign = Instant.now();
  private boolean complete;
  private boolean published;

  private OpenSearchGenerationBuilder(
      OpenSearchIndex index, Cluster cluster, String name, Description description) {
    this.index = index;
    this.cluster = cluster;
    this.name = name;
    this.description = description;
    fingerprint = description.fingerprint();
    batch = new Batch(cluster, name);
  }

  static OpenSearchGenerationBuilder begin(
      OpenSearchIndex index, Cluster cluster, String name, String fingerprint, String embedder) {
    Description description =
        new Description(Schema.LAYOUT, fingerprint, embedder, Instant.now().plus(SILENCE));
    OpenSearchGenerationBuilder builder =
        new OpenSearchGenerationBuilder(index, cluster, name, description);
    try {
      builder.create();
      Schema.checkWords(cluster, name);
      return builder;
    } catch (RuntimeException e) {
      builder.close();
      throw e;
    }
  }

  @Override
  public void add(EmbeddedPassage embedded) {
    embedded.vectors().forEach(this::checkDimension);
    batch.add(added++, embedded);
    if (batch.full()) {
      batch.write();
      showLife();
    }
  }

  @Override
  public Generation review() {
    complete();
    return index.open(name);
  }

  @Override
  public void publish() {
    complete();
    index.publish(name, fingerprint);
    published = true;
  }

  @Override
  public void close() {
    if (!published) {
      published = true;
      index.discard(name);
    }
  }

  private void create() {
    Map<String, Object> body = Map.of("mappings", Map.of("_meta", description.meta()));
    try {
      cluster.write(Call.put("/" + name, body));
    } catch (IndexFailureException e) {
      // Asked twice, because the first answer was lost.
      if (cluster.find(Call.get("/" + name)).isEmpty()) {
        throw e;
      }
    }
  }

  /** The cluster wants to know how long vectors are before it takes the first. */
  private void checkDimension(float[] vector) {
    if (dimension == 0) {
      dimension = vector.length;
      cluster.write(
          Call.put("/" + name + "/_mapping", Map.of("properties", Schema.windowsOf(dimension))));
    }
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "The vectors of an index are of the same length, %d; not %d"
              .formatted(dimension, vector.length));
    }
  }

  private void showLife() {
    Instant now = Instant.now();
    if (now.isAfter(lastSign.plus(SILENCE.dividedBy(4)))) {
      lastSign = now;
      index.keep(name, now.plus(SILENCE));
    }
  }

  private void complete() {
    if (complete) {
      return;
    }
    batch.write();
    merge();
    cluster.write(Call.post("/" + name + "/_refresh"));
    checkCopies();
    complete = true;
  }

  /** A generation does not change any more: one segment is faster to ask than many. */
  private void merge() {
    for (int attempt = 1; ; attempt++) {
      awaitCopies();
      try {
        cluster.write(
            Call.post("/" + name + "/_forcemerge").with("max_num_segments", 1).with("flush", true));
        return;
      } catch (IndexFailureException e) {
        if (attempt == MERGE_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Waits until as many nodes hold it as should: one may just have been lost. */
  private void awaitCopies() {
    Duration patience = cluster.settings().writingPatience();
    JsonNode health =
        cluster.await(
            Call.get("/_cluster/health/" + name)
                .with("wait_for_status", "green")
                .with("timeout", patience.toSeconds() + "s"));
    if (!health.path("status").asString("").equals("green")) {
      throw new IndexFailureException(
          "Of the index %s not all of its %d copies are there after %s (%d nodes hold data). Please add nodes, or ask for fewer copies; the live index stays"
              .formatted(
                  name,
                  cluster.settings().copies(),
                  patience,
                  health.path("number_of_data_nodes").asInt()),
          null);
    }
  }

  /** Every copy of every part holds the same, and together they hold all that was added. */
  private void checkCopies() {
    JsonNode shards =
        cluster
            .ask(Call.get("/" + name + "/_stats/docs").with("level", "shards"))
            .path("indices")
            .path(name)
            .path("shards");
    for (JsonNode copies : shards) {
      Set<Long> counts = new HashSet<>();
      copies.forEach(copy -> counts.add(copy.path("docs").path("count").asLong()));
      if (copies.size() != cluster.settings().copies() || counts.size() != 1) {
        throw new IndexFailureException(
            "The copies of the index %s do not hold the same: %s; the live one stays"
                .formatted(name, counts),
            null);
      }
    }
    int held = countAll();
    if (held != added) {
      throw new IndexFailureException(
          "The index %s holds %d passages of %d; the live one stays".formatted(name, held, added),
          null);
    }
  }

  private int countAll() {
    JsonNode answer =
        cluster.search(
            Call.get("/" + name + "/_search").with("size", 0).with("track_total_hits", true));
    return answer.path("hits").path("total").path("value").asInt();
  }
}
