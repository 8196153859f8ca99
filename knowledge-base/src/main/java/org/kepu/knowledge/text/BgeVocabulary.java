package org.kepu.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The vocabulary of bge-small-zh-v1.5, which the embedding model and the reader share. */
public final class BgeVocabulary {

  /** A piece a line; its line, counted from 0, is its id. */
  private static final String PIECES = "bge-small-zh-v1.5-vocab.txt";

  private static final int SIZE = 21_128;
  private static final WordPieces WORD_PIECES = new WordPieces(entries());

  private BgeVocabulary() {}

  /** Splits text in the form for embedding, see {@link TextForms#forEmbedding}. */
  public static WordPieces wordPieces() {
    return WORD_PIECES;
  }

  private static Map<String, Integer> entries() {
    try (InputStream stream = BgeVocabulary.class.getResourceAsStream(PIECES)) {
      if (stream == null) {
        throw new IllegalStateException(PIECES + " is not on the class path");
      }
      return entries(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PIECES, e);
    }
  }

  private static Map<String, Integer> entries(BufferedReader pieces) throws IOException {
    Map<String, Integer> vocabulary = HashMap.newHashMap(SIZE);
    // Not String.lines() and its like: two of the pieces are line separators (U+2028) themselves.
    for (String piece = pieces.readLine(); piece != null; piece = pieces.readLine()) {
      vocabulary.put(piece, vocabulary.size());
    }
    if (vocabulary.size() != SIZE) {
      throw new IllegalStateException(
          "%s should hold %,d pieces, but holds %,d".formatted(PIECES, SIZE, vocabulary.size()));
    }
    return vocabulary;
  }
}
