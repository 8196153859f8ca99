package org.kepu.assistant.context;

import org.kepu.knowledge.document.Span;

/** What in a question points back to the turns before it. Spans are of the question. */
sealed interface Cue {

  /**
   * “它吃什么”: a word that stands for a thing.
   *
   * @param certain whether it points out of the question; the later it comes, the more may stand
   *     before it that it means
   */
  record Pronoun(Span span, Sort sort, boolean certain) implements Cue {

    /** What a word in its place stands for. */
    enum Sort {
      /** “它”: what was spoken of. */
      THING,
      /** “这个”: what was spoken of or stands before the visitor. */
      AT_HAND,
      /** “上面”: a place at or in it; the thing's name goes before the word. */
      PLACE
    }
  }

  /**
   * “那土星呢”, “夏天也有吗”: the same again, of another thing.
   *
   * @param whole whether the question says nothing else, so that only the other thing counts
   */
  record Instead(Span other, boolean whole) implements Cue {}

  /** “为什么？”: nothing but the question word. */
  record Bare() implements Cue {}

  /** “还有呢？”: more about the same. */
  record More() implements Cue {}

  /**
   * “第二个呢”: one of those named or offered.
   *
   * @param number from 1
   */
  record Nth(int number) implements Cue {}
}
