package org.kepu.knowledge.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.KeptVectors;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.ingest.IngestReport.Result;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;

/**
 * Brings the index up to date with a set of documents.
 *
 * <p>A generation is named by everything that shapes it, so documents that have not changed cost a
 * comparison. Where some did, a new generation is built, and only texts that were never embedded
 * before are embedded: it is the same, to the bit, as one built from nothing. Stopped at any
 * moment, an ingest leaves the live generation answering, and the next run begins again.
 */
public final class Ingest {

  /** How many passages a core may be ahead of the one that is written. */
  private static final int AHEAD_PER_CORE = 16;

  private final PassageSplitter splitter;
  private final Embedder embedder;
  private final VectorStore vectors;
  private final PassageIndex index;
  private final String layout;
  private final Catalog catalog;

  /**
   * @param vectors what was embedded by earlier runs
   * @param layout names the engine and the version of its layout; part of a generation's
   *     fingerprint
   */
  public Ingest(
      PassageSplitter splitter,
      Embedder embedder,
      VectorStore vectors,
      PassageIndex index,
      String layout,
      Catalog catalog) {
    this.splitter = splitter;
    this.embedder = embedder;
    this.vectors = vectors;
    this.index = index;
    this.layout = layout;
    this.catalog = catalog;
  }

  /** Makes {@code documents} what is searched, where all sources could be read. */
  public IngestReport run(List<Document> documents, IngestListener listener) {
    return run(documents, List.of(), listener);
  }

  /**
   * Makes {@code documents} what is searched. Of two with the same id, the first is taken.
   *
   * @param unreadable what the sources could not make documents of; where one of them has a current
   *     version, that stays
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine fails, or the new
   *     generation is not what it should be; the live one stays
   * @throws org.kepu.knowledge.catalog.CatalogFailureException if the catalogue fails
   * @throws CancellationException if the calling thread is interrupted
   */
  public IngestReport run(
      List<Document> documents, List<Quarantined> unreadable, IngestListener listener) {
    Sources sources = Sources.of(documents, unreadable, catalog);
    SortedMap<String, String> before = catalog.currentVersions();
    String fingerprint = fingerprint(sources.versions());
    if (index.withdrawn().filter(fingerprint::equals).isPresent()) {
      return withheld(before, sources);
    }
    Changes changes = Changes.between(before, sources.versions());
    catalog.record(
        sources.documents().stream()
            .filter(document -> !document.version().equals(before.get(document.id())))
            .toList());
    IngestReport report =
        upToDate(fingerprint, sources, changes)
            .orElseGet(() -> build(fingerprint, sources, changes, listener));
    makeCurrent(before, sources.versions());
    return report;
  }

  private Optional<IngestReport> upToDate(String fingerprint, Sources sources, Changes changes) {
    try (Generation live = index.live().orElse(null)) {
      return Optional.ofNullable(live)
          .filter(generation -> generation.fingerprint().equals(fingerprint))
          .map(
              generation ->
                  changes.report(Result.UP_TO_DATE, sources.quarantined(), generation.size(), 0));
    }
  }

  /** What was stepped back to is current, whatever the sources say. */
  private IngestReport withheld(SortedMap<String, String> before, Sources sources) {
    try (Generation live = index.live().orElseThrow()) {
      // Older layouts do not say.
      SortedMap<String, String> versions = live.documents().isEmpty() ? before : live.documents();
      makeCurrent(before, versions);
      return Changes.between(before, versions)
          .report(Result.WITHHELD, sources.quarantined(), live.size(), 0);
    }
  }

  private void makeCurrent(SortedMap<String, String> before, SortedMap<String, String> versions) {
    if (!versions.equals(before)) {
      catalog.makeCurrent(versions);
    }
  }

  private IngestReport build(
      String fingerprint, Sources sources, Changes changes, IngestListener listener) {
    List<Passage> passages =
        sources.documents().stream()
            .flatMap(document -> splitter.split(document).stream())
            .toList();
    Review review = new Review(passages.size());
    try (KeptVectors kept = vectors.open(embedder);
        GenerationBuilder builder = index.begin(fingerprint, embedder.id())) {
      int embedded = embedInto(builder, passages, kept, review, listener);
      try (Generation generation = builder.review()) {
        review.of(generation, sources.versions());
      }
      refuseInterrupted();
      builder.publish();
      kept.forgetUnused();
      return changes.report(Result.BUILT, sources.quarantined(), review.passages(), embedded);
    } finally {
      listener.finished();
    }
  }

  /**
   * Embeds on every core and adds in order: the same documents give the same index.
   *
   * @return how many passages lacked vectors
   */
  private int embedInto(
      GenerationBuilder builder,
      List<Passage> passages,
      KeptVectors kept,
      Review review,
      IngestListener listener) {
    PassageVectors source = new PassageVectors(splitter, embedder, kept);
    BitSet lacking = new BitSet(passages.size());
    for (int i = 0; i < passages.size(); i++) {
      lacking.set(i, source.lacking(passages.get(i)));
    }
    listener.started(lacking.cardinality());
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      Queue<Future<EmbeddedPassage>> ahead = new ArrayDeque<>();
      int submitted = 0;
      int embedded = 0;
      for (int i = 0; i < passages.size(); i++) {
        while (submitted < passages.size() && ahead.size() < AHEAD_PER_CORE * cores) {
          Passage passage = passages.get(submitted++);
          ahead.add(workers.submit(() -> source.of(passage)));
        }
        EmbeddedPassage next = finished(ahead);
        builder.add(next);
        review.added(next);
        if (lacking.get(i)) {
          listener.embedded(++embedded);
        }
      }
      refuseInterrupted();
      return embedded;
    } finally {
      workers.shutdownNow();
      // ONNX Runtime must not be closed under a running call.
      workers.close();
    }
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

  private String fingerprint(SortedMap<String, String> versions) {
    StringBuilder all = new StringBuilder();
    all.append(layout).append('\n').append(splitter.id()).append('\n').append(embedder.id());
    versions.values().forEach(version -> all.append('\n').append(version));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
