package org.kepu.assistant.chat;

import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.Outcome;

/** What a turn tells its caller: accepted first, then what is said, then done. */
public sealed interface ChatEvent {

  /** The question is recorded and will be answered. */
  record Accepted(String conversationId, String answerId) implements ChatEvent {}

  /** A part of the answer. */
  record Said(AnswerPart part) implements ChatEvent {}

  /** The end. */
  record Done(Outcome outcome, String generatedBy, String aiLabel, Timings timings)
      implements ChatEvent {}
}
