package org.kepu.assistant.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kepu.assistant.account.SignIn;
import org.kepu.assistant.activity.Occasions;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.kepu.assistant.conversation.Sweeper;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.kepu.assistant.gap.GapKeeper;
import org.kepu.assistant.kiosk.TakenAnswers;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.reach.visitor.DayKeys;
import org.kepu.assistant.reach.visitor.Salts;
import org.kepu.assistant.report.lock.Lock;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.security.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What the service does now and then. One that fails is done again the next time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Chores {

  private static final Logger log = LoggerFactory.getLogger(Chores.class);

  private final SpooledLedger ledger;
  private final Sweeper sweeper;
  private final Rollup rollup;
  private final Occasions occasions;
  private final DayKeys keys;
  private final Salts salts;
  private final SecurityLog securityLog;
  private final SignIn signIn;
  private final GapKeeper gaps;
  private final TakenAnswers takenAnswers;
  private final LockKeeper locks;
  private final ReachSettings settings;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Chores(
      SpooledLedger ledger,
      Sweeper sweeper,
      Rollup rollup,
      Occasions occasions,
      DayKeys keys,
      Salts salts,
      SecurityLog securityLog,
      SignIn signIn,
      GapKeeper gaps,
      TakenAnswers takenAnswers,
      LockKeeper locks,
      ReachSettings settings,
      JdbcClient jdbc,
      InstantSource clock) {
    this.ledger = ledger;
    this.sweeper = sweeper;
    this.rollup = rollup;
    this.occasions = occasions;
    this.keys = keys;
    this.salts = salts;
    this.securityLog = securityLog;
    this.signIn = signIn;
    this.gaps = gaps;
    this.takenAnswers = takenAnswers;
    this.locks = locks;
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void drainTheSpool() {
    attempt("Draining the spool", ledger::drain);
  }

  @Scheduled(fixedDelay = 5_000)
  void endTheTurnsOfDeadNodes() {
    attempt("Looking after other nodes' turns", sweeper::sweep);
  }

  @Scheduled(fixedDelay = 30_000)
  void count() {
    attempt("Counting", rollup::update);
  }

  /** Another node may have changed them. */
  @Scheduled(fixedDelay = 30_000)
  void readTheActivities() {
    attempt("Reading the activities", occasions::refresh);
  }

  @Scheduled(fixedDelay = 30_000)
  void destroyOldSalts() {
    attempt("Destroying old salts", keys::destroyOld);
    // A token made before midnight is good for a while after it.
    attempt(
        "Destroying old keys of site tokens",
        () ->
            salts.destroyBefore(
                Salts.Purpose.SITE_TOKEN,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)));
  }

  @Scheduled(fixedDelay = 30_000)
  void forgetWhatNobodyTookAlong() {
    attempt("Forgetting answers nobody took along", () -> takenAnswers.forget(clock.instant()));
  }

  /** Looks for answers to the open ones, so not too often. */
  @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
  void keepTheGaps() {
    attempt("Grouping what had no answer", gaps::update);
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 180_000)
  void lockMonths() {
    attempt("Locking the months that are over", locks::lockDue);
  }

  /** At night, for every locked month is counted again. */
  @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
  void adjustMonths() {
    attempt("Looking for what came in late", () -> locks.adjust(Lock.BY_ITSELF, null));
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void deleteWhatIsOld() {
    attempt("Deleting old texts", this::deleteOldTexts);
    attempt(
        "Deleting old entries of the security log",
        () -> securityLog.deleteBefore(daysAgo(settings.securityLogDays())));
    attempt("Forgetting old sessions", signIn::forget);
    // A call that is settled after midnight is settled on its own day.
    attempt(
        "Forgetting who spent what",
        () ->
            JdbcSpending.forgetSharesBefore(
                jdbc, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)));
  }

  private void deleteOldTexts() {
    Instant before = daysAgo(settings.textDays());
    int deleted = ledger.deleteTexts(before);
    if (deleted > 0) {
      securityLog.append(SecurityLog.Act.TEXTS_DELETED, deleted + " before " + before);
    }
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    attempt(
        "Writing the security log", () -> securityLog.append(SecurityLog.Act.SERVICE_STARTED, ""));
  }

  @EventListener(ContextClosedEvent.class)
  void stopped() {
    attempt(
        "Writing the security log", () -> securityLog.append(SecurityLog.Act.SERVICE_STOPPED, ""));
  }

  private static void attempt(String what, Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      log.warn("{} failed and will be tried again: {}", what, e.toString());
    }
  }
}
