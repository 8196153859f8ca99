package org.kepu.knowledge.document;

/**
 * A stretch of text, in UTF-16 code units.
 *
 * @param start the first code unit
 * @param end one past the last
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A span runs forward from 0 or more, not " + start + ".." + end);
    }
  }

  /** The part of {@code text} this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** This span moved right by {@code offset} code units. */
  public Span shifted(int offset) {
    return new Span(start + offset, end + offset);
  }

  public int length() {
    return end - start;
  }
}
