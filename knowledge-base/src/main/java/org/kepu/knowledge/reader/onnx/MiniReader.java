package org.kepu.knowledge.reader.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.onnx.OnnxModel;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;
import org.kepu.knowledge.text.WordPieces;
import org.kepu.knowledge.text.WordPieces.Pieces;

/**
 * A cross-encoder on the backbone of bge-small-zh-v1.5 (4 layers, 512 wide), trained for this
 * product in {@code evaluation/training} and kept in int8.
 *
 * <p>It reads {@code [CLS] question [SEP] title and heading [SEP] text [SEP]}. Each token's type
 * tells whether it stands in the question as well, alone or beside the same neighbour: a small
 * model need not learn to compare what can be compared beforehand. Its three heads give the
 * log-odds that the passage answers, and of each token beginning and ending the answer.
 */
public final class MiniReader implements Reader {

  private static final String MODEL = "/org/kepu/knowledge/reader/onnx/reader.onnx";
  private static final String TOKENS = "input_ids";
  private static final String TYPES = "token_type_ids";

  private static final int MAX_TOKENS = 384;
  private static final int MAX_QUESTION = 64;
  private static final int MAX_NAME = 32;
  private static final int MAX_ANSWER = 60;

  private final WordPieces wordPieces = BgeVocabulary.wordPieces();
  private final OnnxModel model =
      new OnnxModel(MODEL, Set.of(TOKENS, TYPES), List.of("start", "end", "relevance"));

  @Override
  public int tokens(String question, Passage passage) {
    // A Han character is a token; words in other scripts are fewer tokens than letters.
    int characters = question.length() + name(passage).length() + passage.text().length() + 4;
    return Math.min(MAX_TOKENS, characters);
  }

  @Override
  public Reading read(String question, Passage passage) {
    Pair pair = new Pair(question, passage);
    List<float[]> outputs = model.run(Map.of(TOKENS, pair.ids, TYPES, pair.types), pair.ids.length);
    return pair.reading(outputs.get(0), outputs.get(1), outputs.get(2)[0]);
  }

  @Override
  public String id() {
    return "kepu-reader/int8/1";
  }

  @Override
  public void close() {
    model.close();
  }

  /** What the passage is called: its title and its heading, said once. */
  private static String name(Passage passage) {
    return passage.heading().contains(passage.title())
        ? passage.heading()
        : passage.title() + " " + passage.heading();
  }

  /** A question and a passage as one sequence. */
  private final class Pair {

    /** Of a token of the question, and of the marks around it. */
    private static final int QUESTION = 0;

    private static final int PASSAGE = 1;
    private static final int SHARED = 2;
    private static final int SHARED_WITH_NEIGHBOUR = 3;

    private final Pieces text;
    private final int textStart;
    private final long[] ids;
    private final long[] types;

    Pair(String question, Passage passage) {
      Pieces asked = wordPieces.pieces(TextForms.forEmbedding(question), MAX_QUESTION);
      Pieces name = wordPieces.pieces(TextForms.forEmbedding(name(passage)), MAX_NAME);
      textStart = asked.size() + name.size() + 3;
      text = wordPieces.pieces(TextForms.forEmbedding(passage.text()), MAX_TOKENS - textStart - 1);
      ids = new long[textStart + text.size() + 1];
      types = new long[ids.length];
      int at = 0;
      ids[at++] = wordPieces.classify();
      at = put(asked, at);
      ids[at++] = wordPieces.separator();
      int passageStart = at;
      at = put(name, at);
      ids[at++] = wordPieces.separator();
      at = put(text, at);
      ids[at] = wordPieces.separator();
      mark(asked, passageStart);
    }

    private int put(Pieces pieces, int at) {
      System.arraycopy(pieces.ids(), 0, ids, at, pieces.size());
      return at + pieces.size();
    }

    private void mark(Pieces asked, int passageStart) {
      Set<Long> words = new HashSet<>();
      Set<Long> neighbours = new HashSet<>();
      long[] question = asked.ids();
      for (int i = 0; i < question.length; i++) {
        words.add(question[i]);
        if (i > 0) {
          neighbours.add(together(question[i - 1], question[i]));
        }
      }
      java.util.Arrays.fill(types, 0, passageStart, QUESTION);
      java.util.Arrays.fill(types, passageStart, types.length, PASSAGE);
      for (int i = passageStart; i < ids.length; i++) {
        if (types[i] == PASSAGE && words.contains(ids[i])) {
          types[i] = SHARED;
        }
        if (i > passageStart && neighbours.contains(together(ids[i - 1], ids[i]))) {
          types[i - 1] = SHARED_WITH_NEIGHBOUR;
          types[i] = SHARED_WITH_NEIGHBOUR;
        }
      }
    }

    private static long together(long one, long next) {
      return one << 32 | next;
    }

    /** The best span of the text, at most as long as an answer may be. */
    Reading reading(float[] start, float[] end, float relevance) {
      int bestFrom = 0;
      int bestTo = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int from = 0; from < text.size(); from++) {
        int last = Math.min(text.size(), from + MAX_ANSWER);
        for (int to = from; to < last; to++) {
          double sum = start[textStart + from] + end[textStart + to];
          if (sum > most) {
            most = sum;
            bestFrom = from;
            bestTo = to;
          }
        }
      }
      if (text.size() == 0) {
        return new Reading(relevance, new Span(0, 0), 0);
      }
      double certainty = logShare(start, textStart + bestFrom) + logShare(end, textStart + bestTo);
      Span answer = new Span(text.starts()[bestFrom], text.ends()[bestTo]);
      return new Reading(relevance, answer, certainty);
    }

    /** The logarithm of a token's share of all tokens' probability, 0 at best. */
    private double logShare(float[] logits, int chosen) {
      double sum = 0;
      for (int i = textStart; i < textStart + text.size(); i++) {
        sum += Math.exp(logits[i] - logits[chosen]);
      }
      return -Math.log(sum);
    }
  }
}
