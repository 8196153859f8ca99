package org.kepu.assistant.educator;

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
 */
@ConfigurationProperties("kepu.educator")
public record StudioSettings(
    @DefaultValue("100") int itemsPerSet,
    @DefaultValue("60") int sectionsPerSet,
    @DefaultValue("50") int setsPerDay,
    @DefaultValue("1") int atOnce,
    @DefaultValue("true") boolean model) {

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
  }
}
