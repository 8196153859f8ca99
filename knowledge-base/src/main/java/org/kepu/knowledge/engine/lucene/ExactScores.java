package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;

/** The exact scores of passages that were found by quantised vectors: those of their windows. */
record ExactScores(DirectoryReader reader, BitSetProducer passages, float[] vector) {

  /** As Lucene orders what it finds. */
  private static final Comparator<ScoreDoc> BEST_FIRST =
      Comparator.<ScoreDoc>comparingDouble(scored -> scored.score)
          .reversed()
          .thenComparingInt(scored -> scored.doc);

  /**
   * The best {@code k} of {@code found}, each a window, by the nearest of its passage's windows.
   */
  ScoreDoc[] best(ScoreDoc[] found, int k) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    ScoreDoc[] exact = found.clone();
    // Vectors are read forwards.
    Arrays.sort(exact, Comparator.comparingInt(scored -> scored.doc));
    for (int from = 0; from < exact.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(exact[from].doc, leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < exact.length && exact[to].doc < end) {
        to++;
      }
      score(leaf, exact, from, to);
      from = to;
    }
    Arrays.sort(exact, BEST_FIRST);
    return Arrays.copyOf(exact, Math.min(k, exact.length));
  }

  private void score(LeafReaderContext leaf, ScoreDoc[] found, int from, int to)
      throws IOException {
    BitSet ends = Objects.requireNonNull(passages.getBitSet(leaf), "A segment with windows");
    FloatVectorValues values =
        Objects.requireNonNull(leaf.reader().getFloatVectorValues(Fields.VECTOR));
    VectorScorer scorer = values.rescorer(vector);
    DocIdSetIterator windows = scorer.iterator();
    for (int i = from; i < to; i++) {
      int window = found[i].doc - leaf.docBase;
      int passage = ends.nextSetBit(window);
      int first = window == 0 ? 0 : ends.prevSetBit(window - 1) + 1;
      float best = 0;
      for (int doc = windows.docID() < first ? windows.advance(first) : windows.docID();
          doc < passage;
          doc = windows.nextDoc()) {
        best = Math.max(best, scorer.score());
      }
      found[i] = new ScoreDoc(found[i].doc, best);
    }
  }
}
