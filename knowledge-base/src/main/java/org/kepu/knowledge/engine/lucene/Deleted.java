package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.kepu.knowledge.engine.lucene.analysis.PassageAnalyzer;

/**
 * What the passages of replaced documents, which stay in their segments until those are merged,
 * still count for in Lucene's statistics. Without them a passage scores as if it had been indexed
 * with its contemporaries alone, so that an index which grew answers as one built from nothing.
 *
 * @param passages how many there are
 * @param tokens how many terms they have in all
 * @param holders how many of them have each term
 */
record Deleted(int passages, long tokens, Map<String, Integer> holders) {

  private static final Analyzer ANALYZER = new PassageAnalyzer();

  private static final Deleted NONE = new Deleted(0, 0, Map.of());

  int holders(String term) {
    return holders.getOrDefault(term, 0);
  }

  static Deleted of(DirectoryReader reader) throws IOException {
    if (!reader.hasDeletions()) {
      return NONE;
    }
    int passages = 0;
    long tokens = 0;
    Map<String, Integer> holders = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      Bits live = segment.getLiveDocs();
      SortedDocValues ids = segment.getSortedDocValues(Fields.ID);
      if (live == null || ids == null) {
        continue;
      }
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (!live.get(doc)) {
          passages++;
          tokens += count(segment, doc, holders);
        }
      }
    }
    return new Deleted(passages, tokens, holders);
  }

  private static long count(LeafReader segment, int doc, Map<String, Integer> holders)
      throws IOException {
    String words = Records.read(segment, doc).forMatching();
    long tokens = 0;
    Set<String> own = new HashSet<>();
    try (TokenStream stream = ANALYZER.tokenStream(Fields.CONTENT, words)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      for (; stream.incrementToken(); tokens++) {
        own.add(term.toString());
      }
      stream.end();
    }
    own.forEach(term -> holders.merge(term, 1, Integer::sum));
    return tokens;
  }
}
