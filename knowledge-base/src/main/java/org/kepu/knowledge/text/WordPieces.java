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
    Ids ids = new Ids(limit - 1);
    ids.add(classify);
    int length = text.length();
    int at = 0;
    while (at < length && !ids.full()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (standsAlone(point)) {
        addPieces(text, at, next, ids);
      } else if (!isSpace(point) && !isDropped(point)) {
        while (next < length && continuesWord(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
        addPieces(text, at, next, ids);
      }
      at = next;
    }
    return ids.closedWith(separator);
  }

  private void addPieces(String text, int start, int end, Ids ids) {
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

  /** A growing list of ids that stops at its limit. */
  private static final class Ids {

    private final int limit;
    private long[] values = new long[32];
    private int size;

    Ids(int limit) {
      this.limit = limit;
    }

    boolean full() {
      return size >= limit;
    }

    void add(int id) {
      if (full()) {
        return;
      }
      if (size + 1 >= values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      values[size++] = id;
    }

    long[] closedWith(int last) {
      long[] closed = Arrays.copyOf(values, size + 1);
      closed[size] = last;
      return closed;
    }
  }
}
