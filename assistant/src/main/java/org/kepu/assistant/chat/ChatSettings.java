package org.kepu.assistant.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service chats.
 *
 * @param leastEvidence how strong the evidence must be to answer, 0 to 1; below it the answer is an
 *     honest “no source”. Higher refuses more of what could be answered
 * @param readerTokens how many tokens the reader may take in for a question, 0 or more; more finds
 *     and refuses better and costs CPU in proportion, 0 does without the reader
 * @param questionsPerMinute how many questions one address may ask in a minute, 1 or more; a school
 *     class shares one address
 * @param waitingAtMost how many questions may wait for their turn, 1 or more; a further one is told
 *     to come back in a moment
 * @param shutdownGrace how long open answers may go on once the service is told to stop
 */
@ConfigurationProperties("kepu.chat")
public record ChatSettings(
    @DefaultValue("0.25") double leastEvidence,
    @DefaultValue("600") int readerTokens,
    @DefaultValue("240") int questionsPerMinute,
    @DefaultValue("1000") int waitingAtMost,
    @DefaultValue("5s") Duration shutdownGrace) {

  public ChatSettings {
    if (!(leastEvidence >= 0 && leastEvidence <= 1)) {
      throw new IllegalArgumentException(
          "kepu.chat.least-evidence is from 0 to 1, not " + leastEvidence);
    }
    if (readerTokens < 0) {
      throw new IllegalArgumentException(
          "kepu.chat.reader-tokens is 0 or more, not " + readerTokens);
    }
    if (questionsPerMinute < 1) {
      throw new IllegalArgumentException(
          "kepu.chat.questions-per-minute is 1 or more, not " + questionsPerMinute);
    }
    if (waitingAtMost < 1) {
      throw new IllegalArgumentException(
          "kepu.chat.waiting-at-most is 1 or more, not " + waitingAtMost);
    }
  }
}
