package org.kepu.knowledge.engine.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.kepu.knowledge.text.TextForms;

/** The words of a question, as every engine looks for them. */
public final class Words {

  /** Beyond this a question's rarest words have all been seen; engines refuse 1,024 clauses. */
  private static final int MAX = 1_000;

  private static final Analyzer ANALYZER = new PassageAnalyzer();

  private Words() {}

  /** Each word once, in the order in which they come; at most 1,000. */
  public static Set<String> of(String question) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = ANALYZER.tokenStream("", TextForms.forMatching(question))) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MAX) {
        words.add(word.toString());
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
  }
}
