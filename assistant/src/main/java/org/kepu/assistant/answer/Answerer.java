package org.kepu.assistant.answer;

import java.util.function.Consumer;
import org.kepu.knowledge.Findings;

/**
 * Answers a question from what a search found.
 *
 * <p>Blocks until the answer is whole. Interrupting the thread ends the work and whatever it
 * started elsewhere. Safe for use by several threads.
 */
public interface Answerer {

  /**
   * Hands the parts of an answer to {@code out} as they are ready: sentences, then citations, then
   * illustrations, then suggestions. Every sentence's citations follow before this returns.
   *
   * @param findings sufficient to answer; not empty
   * @throws AnswerFailureException if it cannot answer; sentences handed out before stay valid
   * @throws InterruptedException if the thread was interrupted
   */
  Verdict answer(Question question, Findings findings, Consumer<AnswerPart> out)
      throws InterruptedException;
}
