package org.kepu.assistant.educator.generation;

import java.util.Objects;
import org.kepu.assistant.answer.llm.Spending;

/**
 * What may be spent on one account's sets, within the day's budget that visitors' answers come out
 * of, too.
 *
 * @param account the account's share
 * @param studio the share of all accounts together
 */
public record Purse(Spending account, Spending studio) {
  public Purse {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(studio, "studio");
  }
}
