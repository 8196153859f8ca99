package org.kepu.evaluation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.passage.Passage;

/** Lucene as its guide uses it: its analyser for Chinese, its settings, BM25, the best ten. */
final class PlainLucene implements AutoCloseable {

  static final String NAME = "lucene-bm25";

  private static final String ID = "id";
  private static final String CONTENTS = "contents";

  private final Analyzer analyzer = new CJKAnalyzer();
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** Opens what {@link #build} left in {@code folder}. */
  PlainLucene(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  /** Indexes the first so many passages by title and text. */
  static Built build(Path folder, Scaling passages, int size) throws IOException {
    Built.emptied(folder);
    Stopwatch watch = new Stopwatch();
    try (Directory directory = FSDirectory.open(folder);
        Analyzer analyzer = new CJKAnalyzer();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        ProgressBar bar = Progress.bar("Lucene: indexing", size)) {
      passages
          .first(size)
          .forEach(
              embedded -> {
                Passage passage = embedded.passage();
                watch.time(() -> writer.addDocument(document(passage)));
                bar.step();
              });
      watch.time(writer::close);
    }
    return new Built(size, watch.nanos(), Built.bytes(folder));
  }

  Contender contender() {
    return Contender.of(NAME, this::search);
  }

  private static Document document(Passage passage) {
    Document document = new Document();
    document.add(new StringField(ID, passage.documentId(), Field.Store.YES));
    document.add(new TextField(CONTENTS, passage.title() + "\n" + passage.text(), Field.Store.YES));
    return document;
  }

  private List<String> search(String question) {
    try {
      List<String> documents = new ArrayList<>();
      for (ScoreDoc found : searcher.search(query(question), Contender.RESULTS).scoreDocs) {
        documents.add(searcher.storedFields().document(found.doc, Set.of(ID, CONTENTS)).get(ID));
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException("Lucene cannot search", e);
    }
  }

  private BooleanQuery query(String question) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream(CONTENTS, question)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        Term wanted = new Term(CONTENTS, term.toString());
        query.add(new TermQuery(wanted), BooleanClause.Occur.SHOULD);
      }
      tokens.end();
    }
    return query.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
