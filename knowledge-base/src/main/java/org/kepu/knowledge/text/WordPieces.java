package org.kepu.knowledge.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Splits text into the word pieces of a BERT vocabulary, greedily from the left, the longest first.
 *
 * <p>As published with BERT (Devlin et al. 2018, {@code BasicTokenizer} and {@code
 * WordpieceTokenizer}): white space parts words; each punctuation mark and each Han character is a
 * word of its own; what follows a word's first piece is looked up with {@code ##} before it; a word
 * with a part that is in no vocabulary is one {@code [UNK]}. Case is left as it is. Written here
 * because it runs on every question, in a few microseconds, and without a native library; a test
 * holds it to the reference tokenizer over the whole starter collection.
 */
public final class WordPieces {

  private static final int MAX_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int classify;
  private final int separator;

  /**
   * @param vocabulary piece to id; must hold {@code [CLS]}, {@code [SEP]} and {@code [UNK]}
   */
  public WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    unknown = required("[UNK]");
    classify = required("[CLS]");
    separator = required("[SEP]");
  }

  /**
   * The ids of {@code text}, from {@code [CLS]} to {@code [SEP]}.
   *
   * @param limit at most so many ids, the two marks among them; what is beyond is cut off
   */
  public long[] encode(String text, int limit) {
    Pieces pieces = pieces(text, limit - 2);
    long[] ids = new long[pieces.size() + 2];
    ids[0] = classify;
    System.arraycopy(pieces.ids(), 0, ids, 1, pieces.size());
    ids[ids.length - 1] = separator;
    return ids;
  }

  /**
   * The pieces of {@code text} without any mark, with the words they come from.
   *
   * @param limit at most so many; what is beyond is cut off
   */
  public Pieces pieces(String text, int limit) {
    Growing pieces = new Growing(limit);
    int length = text.length();
    int at = 0;
    while (at < length && !pieces.full()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (standsAlone(point)) {
        addPieces(text, at, next, pieces);
      } else if (!isSpace(point) && !isDropped(point)) {
        while (next < length && continuesWord(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
        addPieces(text, at, next, pieces);
      }
      at = next;
    }
    return pieces.whole();
  }

  /** The id of {@code [CLS]}, which opens a sequence. */
  public int classify() {
    return classify;
  }

  /** The id of {@code [SEP]}, which closes each of its parts. */
  public int separator() {
    return separator;
  }

  private void addPieces(String text, int start, int end, Growing ids) {
    ids.word(start, end);
    String word = withoutDropped(text.substring(start, end));
    if (word.codePointCount(0, word.length()) > MAX_WORD) {
      ids.add(unknown);
      return;
    }
    int mark = ids.size;
    int from = 0;
    while (from < word.length()) {
      int to = longestPiece(word, from);
      if (to == from) {
        ids.size = mark;
        ids.add(unknown);
        return;
      }
      ids.add(Objects.requireNonNull(vocabulary.get(piece(word, from, to))));
      from = to;
    }
  }

  private int longestPiece(String word, int from) {
    for (int to = word.length(); to > from; to--) {
      if (vocabulary.containsKey(piece(word, from, to))) {
        return to;
      }
    }
    return from;
  }

  private static String piece(String word, int from, int to) {
    String piece = word.substring(from, to);
    return from == 0 ? piece : "##" + piece;
  }

  private static String withoutDropped(String word) {
    return word.codePoints().anyMatch(WordPieces::isDropped)
        ? word.codePoints()
            .filter(point -> !isDropped(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : word;
  }

  private static boolean continuesWord(int point) {
    return !isSpace(point) && !standsAlone(point);
  }

  private static boolean standsAlone(int point) {
    return isHan(point) || isPunctuation(point);
  }

  private static boolean isSpace(int point) {
    // Java takes some control characters for white space; the reference drops them.
    return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
  }

  private static boolean isDropped(int point) {
    int type = Character.getType(point);
    return point == 0
        || point == 0xFFFD
        || ((type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED)
            && !isSpace(point));
  }

  private static boolean isPunctuation(int point) {
    if ((point >= 33 && point <= 47)
        || (point >= 58 && point <= 64)
        || (point >= 91 && point <= 96)
        || (point >= 123 && point <= 126)) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks BERT calls Chinese characters. */
  private static boolean isHan(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3400 && point <= 0x4DBF)
        || (point >= 0x20000 && point <= 0x2A6DF)
        || (point >= 0x2A700 && point <= 0x2B81F)
        || (point >= 0x2B920 && point <= 0x2CEAF)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x2F800 && point <= 0x2FA1F);
  }

  private int required(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("A BERT vocabulary has " + piece + ", this one does not");
    }
    return id;
  }

  /**
   * Word pieces in order.
   *
   * @param ids one a piece; not copied
   * @param starts where each piece's word begins in the text, in UTF-16 code units; not copied
   * @param ends where it ends, exclusive; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and made on every question.
  public record Pieces(long[] ids, int[] starts, int[] ends) {
    public int size() {
      return ids.length;
    }
  }

  /** A growing list of pieces that stops at its limit. */
  private static final class Growing {

    private final int limit;
    private long[] values = new long[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;
    private int wordStart;
    private int wordEnd;

    Growing(int limit) {
      this.limit = Math.max(0, limit);
    }

    boolean full() {
      return size >= limit;
    }

    /** The pieces that follow come from this word. */
    void word(int start, int end) {
      wordStart = start;
      wordEnd = end;
    }

    void add(int id) {
      if (full()) {
        return;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      values[size] = id;
      starts[size] = wordStart;
      ends[size] = wordEnd;
      size++;
    }

    Pieces whole() {
      return new Pieces(
          Arrays.copyOf(values, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }
  }
}
