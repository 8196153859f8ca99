package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/** Scores by what is there, and not by what was there before. */
final class LivingSearcher extends IndexSearcher {

  private final Deleted deleted;

  LivingSearcher(DirectoryReader reader, Deleted deleted) {
    super(reader);
    this.deleted = deleted;
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    int gone = term.field().equals(Fields.CONTENT) ? deleted.holders(term.text()) : 0;
    // BM25 asks for the holders alone. A term that only deleted passages have scores nothing.
    int left = Math.max(1, docFreq - gone);
    return super.termStatistics(term, left, Math.max(left, totalTermFreq - gone));
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    CollectionStatistics all = super.collectionStatistics(field);
    if (all == null || deleted.passages() == 0 || !field.equals(Fields.CONTENT)) {
      return all;
    }
    long passages = Math.max(1, all.docCount() - deleted.passages());
    long tokens = Math.max(passages, all.sumTotalTermFreq() - deleted.tokens());
    return new CollectionStatistics(
        field,
        all.maxDoc(),
        passages,
        tokens,
        Math.min(tokens, Math.max(passages, all.sumDocFreq())));
  }
}
