package org.kepu.knowledge.ingest;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;

/** Ingests the starter collection, tells how far it is, and never gets to its end. */
final class StarterIngestProcess {

  private static final int FAR_ENOUGH = 300;

  private StarterIngestProcess() {}

  /** {@code arguments[0]} is the folder of the index and the catalogue. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (BgeSmallZh model = new BgeSmallZh();
        LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
      StarterKnowledge.ingest(model, index, StarterKnowledge.catalog(folder))
          .run(StarterCollection.documents(), new Progress());
    }
  }

  private static final class Progress implements IngestListener {

    @Override
    public void started(int passages) {}

    @Override
    public void embedded(int done) {
      System.out.println(done);
      while (done >= FAR_ENOUGH) {
        LockSupport.park();
      }
    }

    @Override
    public void finished() {}
  }
}
