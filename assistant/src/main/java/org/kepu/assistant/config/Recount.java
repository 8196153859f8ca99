package org.kepu.assistant.config;

import java.util.List;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.reach.count.Rollup.Difference;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.report.lock.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Counts every figure again from the interaction log and says whether it equals what is shown, and
 * whether the locked months are what they were locked with, instead of starting the service.
 */
public final class Recount {

  private static final Logger log = LoggerFactory.getLogger(Recount.class);
  private static final String OPTION = "--kepu.reach.recount";

  private Recount() {}

  /** Whether the command line asks for it. */
  public static boolean asked(String... arguments) {
    return List.of(arguments).contains(OPTION);
  }

  /**
   * Recounts what lies in the database that the settings name. What came in since the last count is
   * counted first, so that only errors differ.
   *
   * @return 0 if all is equal, 1 if a figure differs or a lock is broken
   */
  public static int run(String... arguments) {
    try (ConfigurableApplicationContext context = Records.open(arguments)) {
      int recounted = recount(context.getBean(Rollup.class));
      int verified = verify(context.getBean(LockKeeper.class));
      return Math.max(recounted, verified);
    }
  }

  private static int recount(Rollup rollup) {
    rollup.update();
    List<Difference> differences = rollup.recount();
    differences.forEach(
        difference ->
            log.error(
                "differs: {}: kept {}, counted {}",
                difference.cell(),
                difference.kept(),
                difference.counted()));
    List<String> broken = rollup.brokenSums();
    broken.forEach(sum -> log.error("differs: the sum {}", sum));
    if (differences.isEmpty() && broken.isEmpty()) {
      log.info("equal");
      return 0;
    }
    log.error(
        "{} figures differ from the log, {} sums from their figures",
        differences.size(),
        broken.size());
    return 1;
  }

  /** Late records make a month differ, and its adjusting entries say so: that is no error. */
  private static int verify(LockKeeper keeper) {
    int broken = 0;
    for (Verification.Month month : keeper.verify().months()) {
      if (!month.whole()) {
        log.error("locked month {}: what is kept is not what was locked", month.month());
        broken = 1;
      }
      log.info(
          "locked month {}: {}",
          month.month(),
          month.differences().isEmpty()
              ? "equal"
              : "counted otherwise now: " + String.join(", ", month.differences()));
    }
    return broken;
  }
}
