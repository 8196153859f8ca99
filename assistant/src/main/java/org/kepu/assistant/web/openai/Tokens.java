package org.kepu.assistant.web.openai;

import org.kepu.assistant.web.openai.Completion.Usage;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;
import org.kepu.knowledge.text.WordPieces;
import org.springframework.stereotype.Component;

/** Counts what goes in and comes out, in word pieces of the embedding model's vocabulary. */
@Component
final class Tokens {

  private final WordPieces pieces = BgeVocabulary.wordPieces();

  Usage usage(String question, String answer) {
    int asked = count(question);
    int answered = count(answer);
    return new Usage(asked, answered, asked + answered);
  }

  private int count(String text) {
    return pieces.pieces(TextForms.forEmbedding(text), Integer.MAX_VALUE).size();
  }
}
