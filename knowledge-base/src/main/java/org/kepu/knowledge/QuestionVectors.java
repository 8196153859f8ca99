package org.kepu.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.regex.Pattern;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;

/**
 * Questions as vectors, in the words in which they are looked up. Safe for use by several threads.
 *
 * <p>Whoever looks at a question before it is searched for has its vector computed; the search
 * takes that vector instead of computing it again. A vector is handed over once, so that a question
 * asked again costs what it costs.
 */
public final class QuestionVectors {

  /** More questions than this are not on their way from the guard to the search at a time. */
  private static final int UNDER_WAY = 1_000;

  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Pattern END = Pattern.compile("[\\s\\u3000？?。.！!~～…]*$");

  private final Embedder embedder;
  private final Names names;
  private final EnglishGlossary english;
  private final Cache<String, float[]> underWay =
      Caffeine.newBuilder().maximumSize(UNDER_WAY).expireAfterWrite(SOON).build();

  /**
   * @param names put a question's names in the collection's words
   * @param english puts an English question in the collection's language, as far as it can
   */
  public QuestionVectors(Embedder embedder, Names names, EnglishGlossary english) {
    this.embedder = embedder;
    this.names = names;
    this.english = english;
  }

  /**
   * What {@code question} means: a vector of length 1. The next {@link #take} of the same question
   * gets it, too.
   */
  public float[] meaning(String question) {
    String asked = asked(question);
    float[] vector = embedder.embed(asked);
    underWay.put(asked, vector);
    return vector;
  }

  /**
   * A question in the collection's words. It ends with a question mark: many leave it out, and
   * without it the model takes a question for a statement.
   */
  String asked(String question) {
    String inWords = english.inChinese(names.inCollectionsWords(question));
    return END.matcher(inWords).replaceFirst("") + "？";
  }

  /** The vector of a question as {@link #asked} gave it. */
  float[] take(String asked) {
    float[] known = underWay.asMap().remove(asked);
    return known == null ? embedder.embed(asked) : known;
  }
}
