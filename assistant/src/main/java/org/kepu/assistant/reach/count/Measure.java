package org.kepu.assistant.reach.count;

import java.util.Locale;

/**
 * What is counted. Ratios are made from these when they are shown, so that figures of any period
 * and place can be added up; {@link #addsUp()} says where they cannot.
 */
public enum Measure {
  /** Valid conversations, by the hour they began in. */
  CONVERSATION,
  /** R1: of them, those that are reported as visits. */
  VISIT,
  /** Visits of people whom an activity counts already: in R1, not in the grand total. */
  VISIT_COVERED,
  /** Valid conversations that are no visit because their visitor had 20 that day. */
  OVER_LIMIT,
  /** Valid conversations that were taken along from a kiosk and are no visit of their own. */
  TAKEN_ALONG,
  /** Valid conversations that records made without a network belong to. */
  OFFLINE,

  /** Questions, in shares of {@link Count#WHOLE}, by topic and outcome. */
  QUESTION,
  /** Of them, those to which an answer is owed: the denominator of the answered rate. */
  ANSWERABLE,
  /** The same text again within 5 seconds. */
  REPETITION,
  GREETING,
  ABUSE,

  /** Answers, whole or in part. */
  ANSWER,
  /** Of them, those whose every factual sentence has a citation. */
  GROUNDED,
  VOTE_UP,
  VOTE_DOWN,

  /** Different visitors of a day; does not add up to persons over days. */
  VISITOR,
  /** The same by venue; a visitor of two venues counts at both. */
  VISITOR_OF_VENUE,

  /** Minutes in which a terminal was heard of. */
  TERMINAL_MINUTE,

  IMPRESSION,
  ATTRACT_VIEW,
  SOURCE_OPEN,
  SUGGESTION_CLICK,
  QR_SHOWN,
  QR_OPENED,
  SPEECH_PLAY,

  /** Milliseconds, of a day and a channel. */
  FIRST_SENTENCE_P50,
  FIRST_SENTENCE_P95,
  TOTAL_P50,
  TOTAL_P95,
  DWELL_MEDIAN,
  DWELL_P75;

  /** The name in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the sum over days, hours and places means anything. */
  public boolean addsUp() {
    return switch (this) {
      case FIRST_SENTENCE_P50, FIRST_SENTENCE_P95, TOTAL_P50, TOTAL_P95, DWELL_MEDIAN, DWELL_P75 ->
          false;
      default -> true;
    };
  }
}
