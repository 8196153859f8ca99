package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.engine.lucene.analysis.PassageAnalyzer;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageJson;
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

  /** Room for some 50,000 windows before a segment is written. */
  private static final double BUFFER_MB = 128;

  private final LuceneIndex index;
  private final String name;
  private final Directory directory;
  private final IndexWriter writer;
  private @Nullable LuceneGeneration reviewed;
  private boolean published;

  /**
   * @param name of its folder
   * @param directory that folder; closed with this builder
   */
  LuceneGenerationBuilder(
      LuceneIndex index, String name, Directory directory, String fingerprint, String embedder)
      throws IOException {
    this.index = index;
    this.name = name;
    this.directory = directory;
    IndexWriterConfig config = new IndexWriterConfig(new PassageAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setParentField("parent");
    config.setCommitOnClose(false);
    // Merging neighbours only, on the writing thread: the same passages give the same graph of
    // vectors.
    config.setMergePolicy(new LogDocMergePolicy());
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setRAMBufferSizeMB(BUFFER_MB);
    writer = new IndexWriter(directory, config);
    writer.setLiveCommitData(
        Map.of(FINGERPRINT, fingerprint, EMBEDDER, embedder, LAYOUT, Fields.LAYOUT).entrySet());
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
      Manifest.of(directory).write(directory);
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
    try (Directory closed = directory) {
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
        writer.forceMerge(1);
        writer.commit();
        writer.close();
        checkChecksums();
        reviewed = index.openChecked(name);
      } catch (IOException e) {
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
    document.add(new StoredField(Fields.PASSAGE, PassageJson.write(passage)));
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
    document.add(new TextField(Fields.CONTENT, passage.forMatching(), Field.Store.NO));
    return document;
  }
}
