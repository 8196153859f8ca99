package org.kepu.assistant.educator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the studio does.
 *
 * @param itemsPerSet the most items of a set, 1 to 500
 * @param sectionsPerSet the most sections a set is made from, 1 to 500; of more, some are taken
 *     evenly
 * @param setsPerDay how many sets an account may ask for in 24 hours, 1 or more
 * @param atOnce how many sets are made at the same time on this node, 1 or more; the others wait
 * @param model whether the model that phrases answers ({@code kepu.llm}), where there is one,
 *     writes items too; what it writes counts against the same budget
 * @param modelTime how long models may be waited for, for one set; the rules alone make what is
 *     left
 * @param modelShare which part of {@code kepu.llm.daily-tokens} one account may spend on items,
 *     above 0 and at most {@code modelShareOfAll}; without such a budget there is no share
 * @param modelShareOfAll which part all accounts together may, above 0 to 1; the rest stays for
 *     visitors' answers
 */
@ConfigurationProperties("kepu.educator")
public record StudioSettings(
    @DefaultValue("100") int itemsPerSet,
    @DefaultValue("60") int sectionsPerSet,
    @DefaultValue("50") int setsPerDay,
    @DefaultValue("1") int atOnce,
    @DefaultValue("true") boolean model,
    @DefaultValue("5m") Duration modelTime,
    @DefaultValue("0.25") double modelShare,
    @DefaultValue("0.5") double modelShareOfAll) {

  public StudioSettings {
    if (itemsPerSet < 1 || itemsPerSet > 500 || sectionsPerSet < 1 || sectionsPerSet > 500) {
      throw new IllegalArgumentException(
          "kepu.educator.items-per-set and sections-per-set are 1 to 500, not %d and %d"
              .formatted(itemsPerSet, sectionsPerSet));
    }
    if (setsPerDay < 1 || atOnce < 1) {
      throw new IllegalArgumentException(
          "kepu.educator.sets-per-day and at-once are 1 or more, not %d and %d"
              .formatted(setsPerDay, atOnce));
    }
    if (!modelTime.isPositive()) {
      throw new IllegalArgumentException(
          "kepu.educator.model-time is above 0s, not %s; model=false asks no model"
              .formatted(modelTime));
    }
    if (!(modelShare > 0 && modelShare <= modelShareOfAll && modelShareOfAll <= 1)) {
      throw new IllegalArgumentException(
          "kepu.educator.model-share is above 0 and at most model-share-of-all, which is at most 1,"
              + " not %s and %s".formatted(modelShare, modelShareOfAll));
    }
  }

  /** Which tokens {@code share} of a day's {@code budget} is; 0, no limit, if that has none. */
  public static long tokens(double share, long budget) {
    return budget == 0 ? 0 : Math.max(1, (long) (share * budget));
  }
}
