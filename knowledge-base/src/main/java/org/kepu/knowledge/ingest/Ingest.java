package org.kepu.knowledge.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;

/**
 * Brings the index up to date with a set of documents.
 *
 * <p>A generation is named by everything that shapes it, so documents that have not changed cost a
 * comparison and no embedding. Stopped at any moment, it leaves the live generation answering, and
 * the next run begins again.
 */
public final class Ingest {

  private final PassageSplitter splitter;
  private final Embedder embedder;
  private final PassageIndex index;
  private final String layout;
  private final Catalog catalog;

  /**
   * @param layout names the engine and the version of its layout; part of a generation's
   *     fingerprint
   */
  public Ingest(
      PassageSplitter splitter,
      Embedder embedder,
      PassageIndex index,
      String layout,
      Catalog catalog) {
    this.splitter = splitter;
    this.embedder = embedder;
    this.index = index;
    this.layout = layout;
    this.catalog = catalog;
  }

  /**
   * Makes {@code documents} what is searched.
   *
   * @throws IllegalArgumentException if two of them have the same id
   * @throws CancellationException if the calling thread is interrupted
   */
  public IngestReport run(List<Document> documents, IngestListener listener) {
    List<Document> ordered = ordered(documents);
    String fingerprint = fingerprint(ordered);
    catalog.record(ordered);
    Optional<IngestReport> upToDate = ifLive(fingerprint, ordered.size());
    IngestReport report = upToDate.orElseGet(() -> build(ordered, fingerprint, listener));
    catalog.makeCurrent(Document.versions(ordered));
    return report;
  }

  private Optional<IngestReport> ifLive(String fingerprint, int documents) {
    return index
        .live()
        .flatMap(
            live -> {
              try (Generation generation = live) {
                return generation.fingerprint().equals(fingerprint)
                    ? Optional.of(new IngestReport(documents, generation.size(), false))
                    : Optional.empty();
              }
            });
  }

  private IngestReport build(
      List<Document> documents, String fingerprint, IngestListener listener) {
    List<Passage> passages =
        documents.stream().flatMap(document -> splitter.split(document).stream()).toList();
    listener.started(passages.size());
    try (GenerationBuilder builder = index.begin(fingerprint, embedder.id())) {
      embedInto(builder, passages, listener);
      builder.publish();
    }
    listener.finished();
    long found = passages.stream().filter(passage -> !variant(passage)).count();
    return new IngestReport(documents.size(), (int) found, true);
  }

  /** Embeds on every core and adds in order: the same documents give the same index. */
  private void embedInto(
      GenerationBuilder builder, List<Passage> passages, IngestListener listener) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      Queue<Future<EmbeddedPassage>> ahead = new ArrayDeque<>();
      int done = 0;
      for (Passage passage : passages) {
        ahead.add(workers.submit(() -> embed(passage)));
        if (ahead.size() > 16 * cores) {
          builder.add(finished(ahead));
          listener.embedded(++done);
        }
      }
      while (!ahead.isEmpty()) {
        builder.add(finished(ahead));
        listener.embedded(++done);
      }
      refuseInterrupted();
    } finally {
      workers.shutdownNow();
      // ONNX Runtime must not be closed under a running call.
      workers.close();
    }
  }

  private EmbeddedPassage embed(Passage passage) {
    List<float[]> vectors = new ArrayList<>();
    if (variant(passage)) {
      // It takes another passage's place and is not found by itself.
      return new EmbeddedPassage(passage, vectors);
    }
    splitter.windows(passage).forEach(window -> vectors.add(embedder.embed(window.text())));
    return new EmbeddedPassage(passage, vectors);
  }

  private static boolean variant(Passage passage) {
    return passage.role() instanceof Role.Variant;
  }

  private static EmbeddedPassage finished(Queue<Future<EmbeddedPassage>> ahead) {
    refuseInterrupted();
    try {
      return Objects.requireNonNull(ahead.poll()).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A passage cannot be embedded", e.getCause());
    }
  }

  private static void refuseInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled();
    }
  }

  private static CancellationException cancelled() {
    return new CancellationException("The ingest was interrupted; the live generation stays");
  }

  private static List<Document> ordered(List<Document> documents) {
    Set<String> ids = new HashSet<>();
    for (Document document : documents) {
      if (!ids.add(document.id())) {
        throw new IllegalArgumentException(
            "Two documents have the id '" + document.id() + "'; please rename one");
      }
    }
    return documents.stream().sorted(Comparator.comparing(Document::id)).toList();
  }

  private String fingerprint(List<Document> documents) {
    StringBuilder all = new StringBuilder();
    all.append(layout).append('\n').append(splitter.id()).append('\n').append(embedder.id());
    documents.forEach(document -> all.append('\n').append(document.version()));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
