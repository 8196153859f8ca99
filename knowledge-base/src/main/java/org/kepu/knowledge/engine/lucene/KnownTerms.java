package org.kepu.knowledge.engine.lucene;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.kepu.knowledge.search.IndexFailureException;

/**
 * Where an index has the words that questions use. Most questions are made of the same few thousand
 * words, and a generation never changes, so each is looked up in the dictionary once.
 */
final class KnownTerms {

  /** Some hundred bytes each. */
  private static final int AT_HAND = 20_000;

  private final LoadingCache<String, TermStates> states;

  KnownTerms(IndexSearcher searcher) {
    states = Caffeine.newBuilder().maximumSize(AT_HAND).build(word -> lookedUp(searcher, word));
  }

  /** Finds the passages with a word. */
  TermQuery query(String word) {
    return new TermQuery(term(word), states.get(word));
  }

  /** How many passages have a word, deleted ones included. */
  int holders(String word) {
    return states.get(word).docFreq();
  }

  private static TermStates lookedUp(IndexSearcher searcher, String word) {
    try {
      return TermStates.build(searcher, term(word), true);
    } catch (IOException e) {
      throw new IndexFailureException("The index cannot be read", e);
    }
  }

  private static Term term(String word) {
    return new Term(Fields.CONTENT, word);
  }
}
