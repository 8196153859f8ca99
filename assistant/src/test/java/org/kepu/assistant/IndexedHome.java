package org.kepu.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.passage.PassageSplitter;
import org.sqlite.SQLiteDataSource;

/**
 * Home folders with the starter collection indexed. It is embedded once, into a folder that stays
 * under {@code target} between builds; each service under test gets a copy of its own.
 */
public final class IndexedHome {

  private static final Path HOMES = Path.of("target", "homes");
  private static final Path INDEXED = HOMES.resolve("indexed");

  private static boolean upToDate;

  private IndexedHome() {}

  /** A fresh home folder with everything indexed. */
  public static Path named(String name) {
    index();
    Path home = empty(name);
    copy(INDEXED, home);
    return home;
  }

  /** A fresh home folder with nothing in it. */
  public static Path empty(String name) {
    Path home = HOMES.resolve(name);
    delete(home);
    return home.toAbsolutePath();
  }

  private static synchronized void index() {
    if (upToDate) {
      return;
    }
    try {
      Files.createDirectories(INDEXED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + INDEXED.resolve("kepu.db"));
    try (PassageIndex index = new LuceneIndex(INDEXED.resolve("index"));
        Embedder embedder = new BgeSmallZh()) {
      new Ingest(
              PassageSplitter.STANDARD,
              embedder,
              new FileVectorStore(INDEXED.resolve("vectors.bin")),
              index,
              LuceneIndex.layout(),
              new JdbcCatalog(database))
          .run(StarterCollection.documents(), IngestListener.NONE);
    }
    upToDate = true;
  }

  private static void copy(Path from, Path to) {
    walk(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    walk(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path folder, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
