package org.kepu.assistant;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.sqlite.SQLiteDataSource;

/** Small articles, and a knowledge base whose catalogue has nothing else. */
public final class Articles {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Articles() {}

  /** An article from its title and what stands below it in Markdown. */
  public static Document article(String id, String title, String body) {
    return article(id, title, "venues: []\nexhibits: []", body);
  }

  /** An article with some lines of its front matter. */
  public static Document article(String id, String title, String metadata, String body) {
    String markdown =
        """
        ---
        id: %s
        title: %s
        topics: [biodiversity]
        %s
        aliases: []
        audience: general
        sources:
          - 《中国大百科全书》
        licence: CC BY 4.0
        reviewedOn: 2026-11-01
        ---
        # %s

        %s
        """
            .formatted(id, title, metadata, title, body);
    return new MarkdownParser()
        .parse(new SourceFile(id + ".md", markdown.getBytes(StandardCharsets.UTF_8)));
  }

  /** The passages of an article, in its order. */
  public static List<Passage> passages(Document article) {
    return PassageSplitter.STANDARD.split(article);
  }

  /** The one passage of an article that says {@code text} under {@code heading}. */
  public static Passage passage(String title, String heading, String text) {
    return passages(article("a" + NUMBER.incrementAndGet(), title, section(heading, text)))
        .getLast();
  }

  /** A section in Markdown. */
  public static String section(String heading, String text) {
    return "## " + heading + "\n\n" + text + "\n\n";
  }

  /** A knowledge base to read these articles from; nothing is indexed. */
  public static KnowledgeBase catalogued(Path folder, Document... articles) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("catalog.db"));
    Catalog catalog = new JdbcCatalog(database);
    catalog.record(List.of(articles));
    catalog.makeCurrent(Document.versions(List.of(articles)));
    return new KnowledgeBase(new LuceneIndex(folder.resolve("index")), new NoEmbedder(), catalog);
  }

  /** Nobody searches here. */
  private static final class NoEmbedder implements Embedder {

    @Override
    public float[] embed(String text) {
      throw new UnsupportedOperationException("Nothing is indexed here");
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public String id() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
