package org.kepu.assistant.conversation;

/** What a visitor thinks of an answer. */
public enum Vote {
  UP,
  DOWN
}
