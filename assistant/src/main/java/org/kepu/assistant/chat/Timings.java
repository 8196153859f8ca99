package org.kepu.assistant.chat;

/**
 * How long an answer took, in milliseconds from the question.
 *
 * @param retrieveMs until the search was done
 * @param firstSentenceMs until the first sentence
 * @param totalMs until the end
 */
public record Timings(long retrieveMs, long firstSentenceMs, long totalMs) {}
