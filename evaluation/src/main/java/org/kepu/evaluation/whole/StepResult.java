package org.kepu.evaluation.whole;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an evaluation.
 *
 * @param command how to repeat it
 * @param status whether it held
 * @param why in one line, what fell short or why it was not run; null if it held
 * @param seconds how long it took
 * @param blocks what it printed
 * @param figures its figures by name, none if it writes none
 */
record StepResult(
    String name,
    String title,
    String command,
    Status status,
    @Nullable String why,
    long seconds,
    List<Block> blocks,
    Map<String, Figure> figures) {

  /** Whether an evaluation held. */
  enum Status {
    HELD,
    FELL_SHORT,
    NOT_RUN
  }

  /**
   * A figure.
   *
   * @param baseline what it is held to, null if it is not
   */
  record Figure(double value, @Nullable Double baseline) {}

  /**
   * A piece of what was printed: lines of text, or the rows of a table with its header first.
   *
   * @param text null for a table
   * @param table null for text
   */
  record Block(@Nullable String text, @Nullable List<List<String>> table) {}
}
