package org.kepu.knowledge.reader.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.onnx.OnnxModel;
import org.kepu.knowledge.reader.Page;
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
  private static final int OVERLAP = 128;

  /** One before the question, and one after each of the three parts. */
  private static final int MARKS = 4;

  private final WordPieces wordPieces = BgeVocabulary.wordPieces();
  private final OnnxModel model =
      new OnnxModel(MODEL, Set.of(TOKENS, TYPES), List.of("start", "end", "relevance"));

  @Override
  public int tokens(String question, Page page) {
    return windows(question, page).stream().mapToInt(window -> window.ids.length).sum();
  }

  @Override
  public Reading read(String question, Page page) {
    Reading best = null;
    double relevance = Double.NEGATIVE_INFINITY;
    for (Window window : windows(question, page)) {
      List<float[]> outputs =
          model.run(Map.of(TOKENS, window.ids, TYPES, window.types), window.ids.length);
      Reading reading = window.reading(outputs.get(0), outputs.get(1), outputs.get(2)[0]);
      relevance = Math.max(relevance, reading.relevance());
      if (best == null || promise(reading) > promise(best)) {
        best = reading;
      }
    }
    Objects.requireNonNull(best, "There is always a window");
    return new Reading(relevance, best.answer(), best.certainty());
  }

  /** Of several windows, the one whose answer counts. */
  private static double promise(Reading reading) {
    return reading.relevance() + reading.certainty();
  }

  @Override
  public String id() {
    return "kepu-reader/int8/1";
  }

  @Override
  public void close() {
    model.close();
  }

  /**
   * What is read: the whole page, or where it does not fit, as few windows as can be, evenly
   * spread, each sharing some tokens with the next.
   */
  private List<Window> windows(String question, Page page) {
    Pieces asked = wordPieces.pieces(TextForms.forEmbedding(question), MAX_QUESTION);
    Pieces name = wordPieces.pieces(TextForms.forEmbedding(page.name()), MAX_NAME);
    Pieces text = wordPieces.pieces(TextForms.forEmbedding(page.text()), Integer.MAX_VALUE);
    int room = MAX_TOKENS - asked.size() - name.size() - MARKS;
    int beyond = Math.max(0, text.size() - room);
    int steps = (beyond + room - OVERLAP - 1) / (room - OVERLAP);
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      int from = steps == 0 ? 0 : Math.round((float) beyond * i / steps);
      windows.add(new Window(asked, name, text, from, Math.min(text.size(), from + room)));
    }
    return windows;
  }

  /** A question and a part of a passage as one sequence. */
  private final class Window {

    /** Of a token of the question, and of the marks around it. */
    private static final int QUESTION = 0;

    private static final int PASSAGE = 1;
    private static final int SHARED = 2;
    private static final int SHARED_WITH_NEIGHBOUR = 3;

    private final Pieces text;
    private final int from;
    private final int to;
    private final int textStart;
    private final long[] ids;
    private final long[] types;

    Window(Pieces asked, Pieces name, Pieces text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
      textStart = asked.size() + name.size() + MARKS - 1;
      ids = new long[textStart + to - from + 1];
      types = new long[ids.length];
      int at = 0;
      ids[at++] = wordPieces.classify();
      at = put(asked, at);
      ids[at++] = wordPieces.separator();
      int passageStart = at;
      at = put(name, at);
      ids[at] = wordPieces.separator();
      System.arraycopy(text.ids(), from, ids, textStart, to - from);
      ids[ids.length - 1] = wordPieces.separator();
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

    /** The best span of this part, at most as long as an answer may be. */
    Reading reading(float[] start, float[] end, float relevance) {
      int size = to - from;
      if (size == 0) {
        return new Reading(relevance, new Span(0, 0), 0);
      }
      int bestFirst = 0;
      int bestLast = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int first = 0; first < size; first++) {
        int beyond = Math.min(size, first + MAX_ANSWER);
        for (int last = first; last < beyond; last++) {
          double sum = start[textStart + first] + end[textStart + last];
          if (sum > most) {
            most = sum;
            bestFirst = first;
            bestLast = last;
          }
        }
      }
      Span answer = new Span(text.starts()[from + bestFirst], text.ends()[from + bestLast]);
      return new Reading(relevance, answer, most);
    }
  }
}
