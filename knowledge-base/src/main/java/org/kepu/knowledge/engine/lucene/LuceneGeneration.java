package org.kepu.knowledge.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.engine.lucene.analysis.Words;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.search.IndexFailureException;
import org.kepu.knowledge.search.QueryTerm;

/** A reader of one generation, counted: the files stay until the last question is answered. */
final class LuceneGeneration implements Generation {

  /** How many neighbours the graph search keeps beside those asked for: recall against time. */
  private static final int MIN_NEIGHBOURS = 50;

  private static final double COSINE_STEPS = 10_000;

  /** How many passages are kept at hand between questions. */
  private static final int PASSAGES_AT_HAND = 10_000;

  /** Beyond this share of deleted documents the next generation is built from nothing. */
  private static final double MOST_DELETED = 0.2;

  private final DirectoryReader reader;
  private final Deleted deleted;
  private final IndexSearcher searcher;
  private final KnownTerms terms;
  private final BitSetProducer passages;
  private final Cache<String, Passage> atHand;

  /**
   * Passages' ids by their documents, as far as they have been found: Lucene keeps them compressed,
   * and reading one takes longer than finding it.
   */
  private final @Nullable String[] ids;

  private final Map<String, String> commit;

  /** Whether any scores of the graph are not exact. */
  private final boolean quantised;

  /**
   * @param commit what the builder noted with its commit
   */
  LuceneGeneration(DirectoryReader reader, Map<String, String> commit) throws IOException {
    this.reader = reader;
    this.commit = commit;
    deleted = Deleted.of(reader);
    searcher = new LivingSearcher(reader, deleted);
    terms = new KnownTerms(searcher);
    passages = new QueryBitSetProducer(new FieldExistsQuery(Fields.ID));
    atHand = Caffeine.newBuilder().maximumSize(PASSAGES_AT_HAND).build();
    ids = new @Nullable String[reader.maxDoc()];
    quantised = reader.leaves().stream().anyMatch(leaf -> SegmentCodec.quantised(leaf.reader()));
  }

  private LuceneGeneration(LuceneGeneration shared) {
    reader = shared.reader;
    commit = shared.commit;
    deleted = shared.deleted;
    searcher = shared.searcher;
    terms = shared.terms;
    passages = shared.passages;
    atHand = shared.atHand;
    ids = shared.ids;
    quantised = shared.quantised;
  }

  /** Another hold on the same generation, or null if it was let go of for good. */
  @Nullable LuceneGeneration held() {
    return reader.tryIncRef() ? new LuceneGeneration(this) : null;
  }

  /** Where its files are. Closed with it. */
  Directory directory() {
    return reader.directory();
  }

  /** How many vectors there are, those of deleted passages included. */
  int vectors() throws IOException {
    int vectors = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
      vectors += values == null ? 0 : values.size();
    }
    return vectors;
  }

  /** Whether another may take over what it holds, and delete more. */
  boolean grows() {
    return commit.getOrDefault(LuceneGenerationBuilder.LAYOUT, "").equals(Fields.LAYOUT)
        && reader.numDeletedDocs() <= reader.maxDoc() * MOST_DELETED;
  }

  @Override
  public String fingerprint() {
    return commit.getOrDefault(LuceneGenerationBuilder.FINGERPRINT, "");
  }

  @Override
  public String embedder() {
    return commit.getOrDefault(LuceneGenerationBuilder.EMBEDDER, "");
  }

  @Override
  public SortedMap<String, String> documents() {
    return guarded(
        () -> {
          SortedMap<String, String> versions = new TreeMap<>();
          Terms terms = MultiTerms.getTerms(reader, Fields.DOCUMENT);
          if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
              if (!reader.hasDeletions() || first(Fields.DOCUMENT, term) >= 0) {
                String[] document = term.utf8ToString().split(" ", 2);
                versions.put(document[0], document[1]);
              }
            }
          }
          return versions;
        });
  }

  @Override
  public int size() {
    return guarded(() -> reader.getDocCount(Fields.ID) - deleted.passages());
  }

  @Override
  public List<Hit> matching(String question, int k) {
    return guarded(
        () -> {
          BooleanQuery.Builder query = new BooleanQuery.Builder();
          for (String word : Words.of(question)) {
            query.add(terms.query(word), BooleanClause.Occur.SHOULD);
          }
          // Nobody asks how many there are in all, so those that cannot reach the list are skipped.
          TopDocs found = searcher.search(query.build(), new TopScoreDocCollectorManager(k, k));
          return hits(found.scoreDocs, false);
        });
  }

  @Override
  public List<Hit> nearest(float[] vector, int k) {
    return guarded(
        () -> {
          int neighbours = Math.max(k, MIN_NEIGHBOURS);
          Query query =
              new DiversifyingChildrenFloatKnnVectorQuery(
                  Fields.VECTOR, vector, null, neighbours, passages);
          if (!quantised) {
            return hits(searcher.search(query, k).scoreDocs, true);
          }
          ScoreDoc[] found = searcher.search(query, neighbours).scoreDocs;
          return hits(new ExactScores(reader, passages, vector).best(found, k), true);
        });
  }

  @Override
  public List<QueryTerm> terms(String question) {
    return guarded(
        () -> {
          double size = reader.getDocCount(Fields.CONTENT) - deleted.passages();
          List<QueryTerm> weighed = new ArrayList<>();
          for (String word : Words.of(question)) {
            int holders = terms.holders(word) - deleted.holders(word);
            double weight = Math.log1p((size - holders + 0.5) / (holders + 0.5));
            weighed.add(new QueryTerm(word, weight));
          }
          return weighed;
        });
  }

  @Override
  public List<Passage> passages(Collection<String> ids) {
    return guarded(
        () -> {
          List<Passage> found = new ArrayList<>(ids.size());
          for (String id : ids) {
            Passage passage = atHand.getIfPresent(id);
            if (passage == null) {
              passage = read(Fields.ID, id);
            }
            if (passage != null) {
              atHand.put(id, passage);
              found.add(passage);
            }
          }
          return found;
        });
  }

  @Override
  public Optional<Passage> variantOf(Passage passage) {
    return guarded(() -> Optional.ofNullable(read(Fields.VARIANT_OF, passage.section())));
  }

  @Override
  public void close() {
    guarded(
        () -> {
          reader.decRef();
          return reader;
        });
  }

  /** The first passage with this key, null if there is none. */
  private @Nullable Passage read(String field, String key) throws IOException {
    int found = first(field, new BytesRef(key));
    if (found < 0) {
      return null;
    }
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(found, reader.leaves()));
    return Records.read(leaf.reader(), found - leaf.docBase);
  }

  /** The first document that has this term and was not deleted, -1 if there is none. */
  private int first(String field, BytesRef term) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      if (postings != null) {
        for (int doc = postings.nextDoc();
            doc != PostingsEnum.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (live == null || live.get(doc)) {
            return leaf.docBase + doc;
          }
        }
      }
    }
    return -1;
  }

  /** Ranked documents as ranked passages: a window's passage is the next one after it. */
  private List<Hit> hits(ScoreDoc[] found, boolean windows) throws IOException {
    List<Hit> hits = new ArrayList<>(found.length);
    for (ScoreDoc scored : found) {
      LeafReaderContext leaf =
          reader.leaves().get(ReaderUtil.subIndex(scored.doc, reader.leaves()));
      int local = scored.doc - leaf.docBase;
      int passage =
          windows ? Objects.requireNonNull(passages.getBitSet(leaf)).nextSetBit(local) : local;
      String id = id(leaf, passage);
      hits.add(new Hit(id, windows ? cosine(scored.score) : scored.score));
    }
    return hits;
  }

  private String id(LeafReaderContext leaf, int passage) throws IOException {
    int document = leaf.docBase + passage;
    String known = ids[document];
    if (known != null) {
      return known;
    }
    SortedDocValues values = leaf.reader().getSortedDocValues(Fields.ID);
    if (values == null || !values.advanceExact(passage)) {
      throw new IndexFailureException("Document " + document + " belongs to no passage", null);
    }
    String id = values.lookupOrd(values.ordValue()).utf8ToString();
    // Two threads may write the same; a string is safe to read without a lock.
    ids[document] = id;
    return id;
  }

  /**
   * The cosine behind a score, which Lucene shifts into 0..1. Rounded to four places: the last bits
   * of a dot product change when the compiler vectorises it, and would reorder near ties between
   * runs.
   */
  private static double cosine(float score) {
    return Math.round((2.0 * score - 1) * COSINE_STEPS) / COSINE_STEPS;
  }

  private <T> T guarded(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new IndexFailureException("The index cannot be read", e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
