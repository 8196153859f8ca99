package org.kepu.knowledge.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.SourceFile;

/** The articles written for this product, as they travel in its jar. */
public final class StarterCollection {

  private static final String ARCHIVE = "/starter-collection.zip";

  private StarterCollection() {}

  /**
   * All articles of the collection.
   *
   * @throws org.kepu.knowledge.parse.MalformedDocumentException if one of them breaks a rule
   */
  public static List<Document> documents() {
    MarkdownParser parser = new MarkdownParser();
    List<Document> documents = new ArrayList<>();
    try (InputStream archive = StarterCollection.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IllegalStateException(
            ARCHIVE + " is not on the class path; please build knowledge-base with Maven");
      }
      ZipInputStream files = new ZipInputStream(archive);
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        if (parser.reads(entry.getName())) {
          documents.add(parser.parse(new SourceFile(entry.getName(), files.readAllBytes())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + ARCHIVE, e);
    }
    return List.copyOf(documents);
  }
}
