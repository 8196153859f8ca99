package org.kepu.evaluation.items;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kepu.evaluation.data.JsonLines;
import org.kepu.evaluation.metrics.Share;

/**
 * What a reader said of an item that was drawn.
 *
 * @param number in the draw
 * @param seed of the draw
 * @param kind of the item
 * @param stage it was made for
 * @param stem its question
 * @param section the section it rests on
 * @param answered what the reader answered before seeing the key; empty where nothing can be
 *     answered
 * @param keyRight whether the key is right
 * @param spanAgrees whether the quoted text does not contradict the key
 * @param unambiguous whether nothing else is right as well, and the stem stands alone
 * @param distractorsFalse whether every wrong option is false, and could be believed
 * @param stageFits whether pupils of that stage can be asked so
 * @param usable whether it can be used as it is
 * @param note why not; empty where it can
 */
record Verdict(
    int number,
    long seed,
    String kind,
    String stage,
    String stem,
    String section,
    String answered,
    boolean keyRight,
    boolean spanAgrees,
    boolean unambiguous,
    boolean distractorsFalse,
    boolean stageFits,
    boolean usable,
    String note) {

  /** Prints the shares of a reading, each with its 95 % interval. */
  static void report(Path file) {
    List<Verdict> verdicts = JsonLines.read(file, Verdict.class);
    Map<String, Predicate<Verdict>> asked = new LinkedHashMap<>();
    asked.put("key right", Verdict::keyRight);
    asked.put("key not against its span", Verdict::spanAgrees);
    asked.put("unambiguous", Verdict::unambiguous);
    asked.put("wrong options false and plausible", Verdict::distractorsFalse);
    asked.put("stage fits", Verdict::stageFits);
    asked.put("usable as it is", Verdict::usable);
    System.out.printf(
        "%d items read%n%n| rubric | share | 95 %% interval |%n|---|---|---|%n", verdicts.size());
    asked.forEach(
        (name, property) -> {
          Share share = Share.of(verdicts, property);
          System.out.printf(
              "| %s | %.1f %% | %.1f–%.1f %% |%n",
              name, 100 * share.value(), 100 * share.low(), 100 * share.high());
        });
  }
}
