package org.kepu.knowledge.document;

/**
 * Where a page of the original, or a slide, begins.
 *
 * @param number as people count them, from 1
 * @param start the first of its characters, in UTF-16 code units of the document's text
 */
public record PageStart(int number, int start) {

  public PageStart {
    if (number < 1 || start < 0) {
      throw new IllegalArgumentException(
          "A page has a number from 1 and a place from 0, not %d and %d".formatted(number, start));
    }
  }
}
