package org.kepu.evaluation.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.report.OwnProcess;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anserini's BM25 for Chinese. Its jar brings a Lucene of its own, so it is no dependency: its
 * command line indexes in a process of its own, and its searcher runs in this one behind a class
 * loader that sees nothing of ours.
 */
final class Anserini implements AutoCloseable {

  static final String NAME = "anserini-bm25";

  private static final JsonMapper JSON = new JsonMapper();

  private final URLClassLoader loader;
  private final Object searcher;
  private final MethodHandle search;
  private final MethodHandle document;

  /** Opens what {@link #build} left in {@code folder}. */
  Anserini(Path jar, Path folder) throws IOException {
    loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    try {
      Class<?> type = loader.loadClass("io.anserini.search.SimpleSearcher");
      Class<?> found = loader.loadClass("io.anserini.search.ScoredDoc");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      // Lucene looks for its codecs by the thread's loader.
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        searcher = type.getConstructor(String.class).newInstance(index(folder).toString());
        type.getMethod("set_language", String.class).invoke(searcher, "zh");
      } finally {
        thread.setContextClassLoader(before);
      }
      search =
          lookup
              .findVirtual(
                  type, "search", MethodType.methodType(found.arrayType(), String.class, int.class))
              .asType(MethodType.methodType(Object[].class, Object.class, String.class, int.class));
      document =
          lookup
              .findGetter(found, "docid", String.class)
              .asType(MethodType.methodType(String.class, Object.class));
    } catch (ReflectiveOperationException e) {
      loader.close();
      throw new IllegalStateException(
          jar + " is no Anserini that can be asked; 1.5.0 is known to be", e);
    }
  }

  /** Indexes the first so many passages by title and text, on one thread, as the others are. */
  static Built build(Path jar, Path folder, Scaling passages, int size) throws IOException {
    Built.emptied(folder);
    Path collection = Files.createDirectories(folder.resolve("collection"));
    write(collection.resolve("passages.jsonl"), passages, size);
    List<String> words =
        OwnProcess.java("-cp", jar.toString(), "io.anserini.index.IndexCollection");
    words.addAll(List.of("-collection", "JsonCollection"));
    words.addAll(List.of("-generator", "DefaultLuceneDocumentGenerator", "-language", "zh"));
    words.addAll(List.of("-threads", "1", "-input", collection.toString()));
    words.addAll(List.of("-index", index(folder).toString()));
    Path log = folder.resolve("indexing.log");
    long began = System.nanoTime();
    try {
      int exit =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("Anserini ended with %d, see %s".formatted(exit, log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Anserini indexes", e);
    }
    return new Built(size, System.nanoTime() - began, Built.bytes(index(folder)));
  }

  Contender contender() {
    return Contender.of(NAME, this::search);
  }

  private static Path index(Path folder) {
    return folder.resolve("index");
  }

  private static void write(Path file, Scaling passages, int size) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        ProgressBar bar = Progress.bar("Anserini: writing for it", size)) {
      for (Iterator<EmbeddedPassage> each = passages.first(size).iterator(); each.hasNext(); ) {
        Passage passage = each.next().passage();
        out.write(
            JSON.writeValueAsString(
                Map.of(
                    "id",
                    passage.documentId(),
                    "contents",
                    passage.title() + "\n" + passage.text())));
        out.newLine();
        bar.step();
      }
    }
  }

  private List<String> search(String question) {
    try {
      List<String> documents = new ArrayList<>();
      for (Object found : (Object[]) search.invokeExact(searcher, question, Contender.RESULTS)) {
        documents.add((String) document.invokeExact(found));
      }
      return documents;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("Anserini cannot search", e);
    } catch (Throwable e) {
      throw new IllegalStateException("Anserini cannot be asked", e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
