package org.kepu.assistant.conversation;

/** What came of opening a turn. */
public sealed interface Opening {

  /**
   * The turn is recorded and the caller's to answer.
   *
   * @param answerId the new turn's, or that of an earlier try which was cancelled or failed
   */
  record Opened(String answerId, String conversationId) implements Opening {}

  /** The same request was answered before. */
  record Answered(String answer) implements Opening {}

  /** The same request is being answered now. */
  record Running(String answerId) implements Opening {}

  /** The request's id was used for another request. */
  record Conflicting() implements Opening {}
}
