package org.kepu.knowledge.engine.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Han text as single characters and pairs, other scripts as words. Measured better than a word
 * segmenter and than pairs alone. Expects text in the form for matching.
 */
public final class PassageAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream pairs = new CJKBigramFilter(words, CJKBigramFilter.HAN, true);
    return new TokenStreamComponents(words, pairs);
  }
}
