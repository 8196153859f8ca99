package org.kepu.knowledge.embedding.file;

import java.io.IOException;
import java.nio.file.Path;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.KeptVectors;
import org.kepu.knowledge.embedding.VectorStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vectors in one file, which may be deleted at any time between two ingests. */
public final class FileVectorStore implements VectorStore {

  private static final Logger log = LoggerFactory.getLogger(FileVectorStore.class);

  private final Path file;

  /**
   * @param file made with its folder when it is first needed
   */
  public FileVectorStore(Path file) {
    this.file = file;
  }

  @Override
  public KeptVectors open(Embedder embedder) {
    try {
      return new VectorFile(file, embedder.id(), embedder.dimensions());
    } catch (IOException e) {
      log.warn("Vectors cannot be kept in {}: {}", file, e.toString());
      return KeptVectors.NONE;
    }
  }
}
