package org.kepu.assistant.guard;

import org.kepu.assistant.answer.Question;

/**
 * Looks at a question before it is answered.
 *
 * <p>Quick; the same question always gets the same ruling. Safe for use by several threads.
 */
public interface Guard {

  /** Lets every question through. */
  Guard OPEN = question -> new Ruling.Clear();

  /** What becomes of {@code question}, taken as it stands. */
  Ruling look(Question question);
}
