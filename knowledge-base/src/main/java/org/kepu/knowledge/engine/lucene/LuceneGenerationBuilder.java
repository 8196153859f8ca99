package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.IndexFailureException;

/** Writes a generation into a folder of its own: each passage after its windows, in one block. */
final class LuceneGenerationBuilder implements GenerationBuilder {

  /** The key of the fingerprint in the commit. */
  static final String FINGERPRINT = "fingerprint";

  /** The key of the layout's version in the commit. */
  static final String LAYOUT = "layout";

  /** Room for some 50,000 windows before a segment is written. */
  private static final double BUFFER_MB = 128;

  private final LuceneIndex index;
  private final Path folder;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private boolean published;

  LuceneGenerationBuilder(LuceneIndex index, Path folder, String fingerprint) throws IOException {
    this.index = index;
    this.folder = folder;
    directory = FSDirectory.open(folder);
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
    writer.setLiveCommitData(Map.of(FINGERPRINT, fingerprint, LAYOUT, Fields.LAYOUT).entrySet());
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
      throw new IndexFailureException("Cannot write to the index in " + folder, e);
    }
  }

  @Override
  public void publish() {
    try {
      writer.forceMerge(1);
      writer.commit();
      writer.close();
      index.publish(folder);
      published = true;
    } catch (IOException e) {
      throw new IndexFailureException("Cannot finish the index in " + folder, e);
    }
  }

  @Override
  public void close() {
    // Lucene refuses to clean up on an interrupted thread.
    boolean interrupted = Thread.interrupted();
    try {
      if (writer.isOpen()) {
        writer.rollback();
      }
      directory.close();
      if (!published) {
        index.discard(folder);
      }
    } catch (IOException e) {
      throw new IndexFailureException("Cannot discard the unfinished index in " + folder, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Document passageDocument(Passage passage) {
    Document document = new Document();
    document.add(new StoredField(Fields.PASSAGE, PassageJson.write(passage)));
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
