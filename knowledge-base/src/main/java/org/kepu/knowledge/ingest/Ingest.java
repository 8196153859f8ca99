package org.kepu.knowledge.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.CatalogFailureException;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
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
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index up to date with a set of documents.
 *
 * <p>A generation is named by everything that shapes it, so documents that have not changed cost a
 * comparison. Where some did, a new generation is built: it takes over from the live one what did
 * not change, as far as the engine can, and only texts that were never embedded before are
 * embedded. It answers as one built from nothing. Stopped at any moment, an ingest leaves the live
 * generation answering, and the next run begins again.
 */
public final class Ingest {

  private static final Logger log = LoggerFactory.getLogger(Ingest.class);

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
    return run(Contents.of(documents, unreadable, catalog), listener);
  }

  /**
   * Makes {@code contents} what is searched.
   *
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine fails, or the new
   *     generation is not what it should be; the live one stays
   * @throws org.kepu.knowledge.catalog.CatalogFailureException if the catalogue fails, or lacks a
   *     version of {@code contents}
   * @throws CancellationException if the calling thread is interrupted
   */
  public IngestReport run(Contents contents, IngestListener listener) {
    SortedMap<String, String> before = catalog.currentVersions();
    String fingerprint = fingerprint(contents.versions());
    if (index.withdrawn().filter(fingerprint::equals).isPresent()) {
      return withheld(before, contents);
    }
    Changes changes = Changes.between(before, contents.versions());
    IngestReport report =
        upToDate(fingerprint, contents, changes)
            .orElseGet(() -> build(fingerprint, contents, changes, listener));
    makeCurrent(before, contents.versions());
    return report;
  }

  private Optional<IngestReport> upToDate(String fingerprint, Contents contents, Changes changes) {
    try (Generation live = index.live().orElse(null)) {
      return Optional.ofNullable(live)
          .filter(generation -> generation.fingerprint().equals(fingerprint))
          .map(
              generation ->
                  changes.report(Result.UP_TO_DATE, contents.quarantined(), generation.size(), 0));
    }
  }

  /** What was stepped back to is current, whatever the sources say. */
  private IngestReport withheld(SortedMap<String, String> before, Contents contents) {
    try (Generation live = index.live().orElseThrow()) {
      // Older layouts do not say.
      SortedMap<String, String> versions = live.documents().isEmpty() ? before : live.documents();
      makeCurrent(before, versions);
      return Changes.between(before, versions)
          .report(Result.WITHHELD, contents.quarantined(), live.size(), 0);
    }
  }

  private void makeCurrent(SortedMap<String, String> before, SortedMap<String, String> versions) {
    if (!versions.equals(before)) {
      catalog.makeCurrent(versions);
    }
  }

  private IngestReport build(
      String fingerprint, Contents contents, Changes changes, IngestListener listener) {
    Before before = madeLikewise();
    if (!before.documents().isEmpty()) {
      try {
        return build(fingerprint, before, contents, changes, listener);
      } catch (IndexFailureException e) {
        log.warn("The live index cannot be taken over, so all is indexed anew: {}", e.toString());
      }
    }
    return build(fingerprint, Before.NOTHING, contents, changes, listener);
  }

  /**
   * The documents of the live generation if it was made as the next one would be, cut alike and
   * with the same model: then, and only then, its fingerprint is the one it would have today.
   */
  private Before madeLikewise() {
    try (Generation live = index.live().orElse(null)) {
      if (live == null) {
        return Before.NOTHING;
      }
      SortedMap<String, String> documents = live.documents();
      return live.fingerprint().equals(fingerprint(documents))
          ? new Before(documents, live.size())
          : Before.NOTHING;
    }
  }

  /**
   * What the live generation holds.
   *
   * @param passages how many it finds
   */
  private record Before(SortedMap<String, String> documents, int passages) {

    private static final Before NOTHING = new Before(Collections.emptySortedMap(), 0);
  }

  /**
   * @param before of the live generation, what may be taken over
   */
  private IngestReport build(
      String fingerprint,
      Before before,
      Contents contents,
      Changes changes,
      IngestListener listener) {
    try (KeptVectors kept = vectors.open(embedder);
        GenerationBuilder builder = index.begin(fingerprint, embedder.id())) {
      PassageVectors source = new PassageVectors(splitter, embedder, kept);
      SortedMap<String, String> taken =
          before.documents().isEmpty() ? before.documents() : builder.takeOver(contents.versions());
      SortedMap<String, String> lacking = without(contents.versions(), taken);
      Workload workload = Workload.of(passages(lacking), source);
      Review review = new Review(workload.found());
      if (!taken.isEmpty()) {
        int left = found(without(before.documents(), taken));
        review.takenOver(before.passages() - left, canaries(taken, source));
      }
      embedInto(builder, passages(lacking), source, workload, review, listener);
      try (Generation generation = builder.review()) {
        review.of(generation, contents.versions());
      }
      refuseInterrupted();
      builder.publish();
      if (taken.isEmpty()) {
        // Otherwise most were not looked for.
        kept.forgetUnused();
      }
      return changes.report(
          Result.BUILT, contents.quarantined(), review.passages(), workload.lacking());
    } finally {
      listener.finished();
    }
  }

  /** How many passages these documents are found by. */
  private int found(SortedMap<String, String> versions) {
    return (int)
        passages(versions).filter(passage -> !(passage.role() instanceof Role.Variant)).count();
  }

  /** Passages of documents here and there. */
  private List<EmbeddedPassage> canaries(
      SortedMap<String, String> versions, PassageVectors source) {
    int interval = Math.max(1, versions.size() / Review.CANARIES);
    SortedMap<String, String> some = new TreeMap<>();
    int number = 0;
    for (Map.Entry<String, String> document : versions.entrySet()) {
      if (number++ % interval == 0) {
        some.put(document.getKey(), document.getValue());
      }
    }
    return some.entrySet().stream()
        .map(document -> splitter.split(recorded(document.getKey(), document.getValue())))
        .flatMap(passages -> passages.stream().limit(1))
        .map(source::of)
        .toList();
  }

  private static SortedMap<String, String> without(
      SortedMap<String, String> versions, SortedMap<String, String> others) {
    SortedMap<String, String> left = new TreeMap<>(versions);
    left.entrySet().removeAll(others.entrySet());
    return left;
  }

  /** The documents' passages in the order of their ids, each document read as its turn comes. */
  private Stream<Passage> passages(SortedMap<String, String> versions) {
    return versions.entrySet().stream()
        .map(document -> recorded(document.getKey(), document.getValue()))
        .flatMap(document -> splitter.split(document).stream());
  }

  private Document recorded(String id, String version) {
    return catalog
        .version(id, version)
        .orElseThrow(
            () ->
                new CatalogFailureException(
                    "The catalogue lacks %s in version %s".formatted(id, version), null));
  }

  /** Embeds on every core and adds in order: the same documents give the same index. */
  private static void embedInto(
      GenerationBuilder builder,
      Stream<Passage> passages,
      PassageVectors source,
      Workload workload,
      Review review,
      IngestListener listener) {
    listener.started(workload.lacking());
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      Iterator<Passage> waiting = passages.iterator();
      Queue<Future<EmbeddedPassage>> ahead = new ArrayDeque<>();
      int embedded = 0;
      for (int i = 0; waiting.hasNext() || !ahead.isEmpty(); i++) {
        while (waiting.hasNext() && ahead.size() < AHEAD_PER_CORE * cores) {
          Passage passage = waiting.next();
          ahead.add(workers.submit(() -> source.of(passage)));
        }
        EmbeddedPassage next = finished(ahead);
        builder.add(next);
        review.added(next);
        if (workload.lacks(i)) {
          listener.embedded(++embedded);
        }
      }
      refuseInterrupted();
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
