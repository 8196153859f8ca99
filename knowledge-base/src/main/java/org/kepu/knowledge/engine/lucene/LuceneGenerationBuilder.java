package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.engine.lucene.analysis.PassageAnalyzer;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;

/** Writes a generation into a folder of its own: each passage after its windows, in one block. */
final class LuceneGenerationBuilder implements GenerationBuilder {

  /** The key of the fingerprint in the commit. */
  static final String FINGERPRINT = "fingerprint";

  /** The key of the embedder's id in the commit. */
  static final String EMBEDDER = "embedder";

  /** The key of the layout's version in the commit. */
  static final String LAYOUT = "layout";

  /**
   * Where more of the documents changed, all are added anew: that leaves nothing deleted behind.
   */
  private static final double MOST_CHANGED = 0.1;

  /** So many segments are never written: they are merged once, into one, when all are there. */
  private static final int UNMERGED = 100_000;

  /** Words are counted; nobody asks where they stand. */
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private final LuceneIndex index;
  private final String name;
  private final Directory directory;
  private final SegmentCodec codec;
  private final IndexWriter writer;
  private boolean takenOver;
  private @Nullable Manifest manifest;
  private @Nullable LuceneGeneration reviewed;
  private boolean published;

  /**
   * @param name of its folder
   * @param directory that folder; closed with this builder
   * @param room for what is built
   */
  LuceneGenerationBuilder(
      LuceneIndex index,
      String name,
      Directory directory,
      String fingerprint,
      String embedder,
      Room room)
      throws IOException {
    this.index = index;
    this.name = name;
    this.directory = directory;
    IndexWriterConfig config = new IndexWriterConfig(new PassageAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setParentField(Fields.BLOCK);
    config.setCommitOnClose(false);
    // What fits into the buffer is written once: a compound file would be taken apart, and its
    // graph
    // of vectors built again, by the merge into one segment.
    config.setUseCompoundFile(false);
    // Merging neighbours only, on the writing thread: the same passages give the same graph of
    // vectors.
    LogDocMergePolicy once = new LogDocMergePolicy();
    once.setMergeFactor(UNMERGED);
    config.setMergePolicy(once);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setRAMBufferSizeMB(room.bufferMb());
    codec = new SegmentCodec(room.manyVectors());
    config.setCodec(codec);
    writer = new IndexWriter(directory, config);
    writer.setLiveCommitData(
        Map.of(FINGERPRINT, fingerprint, EMBEDDER, embedder, LAYOUT, Fields.LAYOUT).entrySet());
  }

  @Override
  public SortedMap<String, String> takeOver(SortedMap<String, String> versions) {
    try (LuceneGeneration live = index.held()) {
      if (live == null || !live.grows() || !whole(live.directory())) {
        return Collections.emptySortedMap();
      }
      SortedMap<String, String> held = live.documents();
      SortedMap<String, String> kept = new TreeMap<>(held);
      kept.entrySet().retainAll(versions.entrySet());
      if (held.size() - kept.size() > held.size() * MOST_CHANGED) {
        return Collections.emptySortedMap();
      }
      // What is taken over stays as it is, and what is added is merged as it becomes more.
      writer.getConfig().setMergePolicy(new LogDocMergePolicy());
      codec.linkAll();
      codec.added(live.vectors());
      writer.addIndexes(live.directory());
      takenOver = true;
      for (Map.Entry<String, String> document : held.entrySet()) {
        if (!kept.containsKey(document.getKey())) {
          writer.deleteDocuments(blocksOf(document.getKey(), document.getValue()));
        }
      }
      return kept;
    } catch (IOException e) {
      throw new IndexFailureException("Cannot take over the live index into " + name, e);
    }
  }

  /** Whether it is as it was written; what is not is built from nothing, not taken over. */
  private static boolean whole(Directory generation) throws IOException {
    try {
      Optional<Manifest> manifest = Manifest.read(generation);
      if (manifest.isPresent()) {
        manifest.get().check(generation);
      }
      return manifest.isPresent();
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  /** A document's passages, and the windows before each of them. */
  private static Query[] blocksOf(String id, String version) {
    Query passages = new TermQuery(new Term(Fields.DOCUMENT, id + " " + version));
    Query windows =
        new ToChildBlockJoinQuery(
            passages, new QueryBitSetProducer(new FieldExistsQuery(Fields.BLOCK)));
    // Deletions are applied in this order, and the windows are found by their passages.
    return new Query[] {windows, passages};
  }

  @Override
  public void add(EmbeddedPassage embedded) {
    List<Document> block = new ArrayList<>();
    for (float[] vector : embedded.vectors()) {
      Document window = new Document();
      window.add(
          new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
      block.add(window);
    }
    block.add(passageDocument(embedded.passage()));
    try {
      writer.addDocuments(block);
      codec.added(embedded.vectors().size());
    } catch (IOException e) {
      throw new IndexFailureException("Cannot write to the index " + name, e);
    }
  }

  @Override
  public Generation review() {
    return Objects.requireNonNull(complete().held(), "This builder holds it itself");
  }

  @Override
  public void publish() {
    LuceneGeneration next = complete();
    try {
      Objects.requireNonNull(manifest, "A complete generation has one").write(directory);
      index.publish(next, name);
      published = true;
    } catch (IOException e) {
      throw new IndexFailureException("Cannot publish the index " + name, e);
    }
  }

  @Override
  public void close() {
    // Lucene refuses to clean up on an interrupted thread.
    boolean interrupted = Thread.interrupted();
    try (Directory _ = directory) {
      if (writer.isOpen()) {
        writer.rollback();
      }
      if (!published) {
        if (reviewed != null) {
          reviewed.close();
          reviewed = null;
        }
        index.discard(name);
      }
    } catch (IOException e) {
      throw new IndexFailureException("Cannot discard the unfinished index " + name, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private LuceneGeneration complete() {
    if (reviewed == null) {
      try {
        if (!takenOver) {
          codec.linkAll();
          writer.forceMerge(1);
        }
        writer.commit();
        writer.close();
        // Listed before it is checked: a bit that flips later is found by the list, not taken into
        // it.
        manifest = Manifest.of(directory);
        checkChecksums();
        reviewed = index.openChecked(name);
      } catch (IOException | CheckIndex.CheckIndexException e) {
        throw new IndexFailureException("Cannot finish the index " + name, e);
      }
    }
    return reviewed;
  }

  /** Every checksum that Lucene took while writing, against what lies on disk. */
  private void checkChecksums() throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
      check.setFailFast(true);
      CheckIndex.Status status = check.checkIndex();
      if (!status.clean) {
        throw new CorruptIndexException("It is not whole", name);
      }
    }
  }

  private static Document passageDocument(Passage passage) {
    Document document = new Document();
    document.add(Records.field(passage));
    document.add(
        new StringField(
            Fields.DOCUMENT,
            passage.documentId() + " " + passage.documentVersion(),
            Field.Store.NO));
    if (passage.role() instanceof Role.Variant(String of)) {
      String section = of + "#" + passage.heading();
      document.add(new StringField(Fields.VARIANT_OF, section, Field.Store.NO));
      return document;
    }
    document.add(new StringField(Fields.ID, passage.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(passage.id())));
    document.add(new Field(Fields.CONTENT, passage.forMatching(), WORDS));
    return document;
  }
}
