package org.kepu.assistant.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.kiosk.TerminalKeeper.Pairing;
import org.kepu.assistant.kiosk.jdbc.JdbcTerminals;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.jdbc.JdbcSecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terminals from their registration to the end of their token, on each engine. */
abstract class TerminalKeeperContract {

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final SecurityLog log;
  private final Watch watch = new Watch();
  private final TerminalKeeper keeper;
  private Instant now = Instant.parse("2026-11-29T02:00:10Z"); // ten in Beijing

  TerminalKeeperContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    log = new JdbcSecurityLog(jdbc, () -> now);
    keeper =
        new TerminalKeeper(
            new JdbcTerminals(
                jdbc,
                database.transactions(),
                new JdbcInteractionLog(jdbc),
                Generators.timeBasedEpochGenerator()::generate),
            new Passwords(),
            log,
            () -> now,
            watch);
  }

  @BeforeEach
  void register() {
    assertThat(keeper.register("milu-1", Sample.configuration("门厅左"), "wang")).isTrue();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTerminalIsKnownByItsIdOnce() {
    assertThat(keeper.register("milu-1", Sample.configuration("another"), "wang")).isFalse();
    assertThat(keeper.all()).extracting(Terminal::id).containsExactly("milu-1");
    assertThat(known().configuration()).isEqualTo(Sample.configuration("门厅左"));
    assertThat(known().state(now)).isEqualTo(Terminal.State.UNPAIRED);
  }

  @Test
  void aCodePairsOnceAndTheTokenIsTheTerminals() {
    TerminalKeeper.Code code = keeper.offer("milu-1", "wang").orElseThrow();
    assertThat(code.digits()).matches("[0-9]{8}");

    String token = token(code.digits());

    assertThat(keeper.holding(token)).map(Terminal::id).contains("milu-1");
    assertThat(keeper.pair(code.digits(), "there")).isInstanceOf(Pairing.Wrong.class);
    assertThat(keeper.holding("")).isEmpty();
    assertThat(keeper.holding(token + "x")).isEmpty();
  }

  @Test
  void aCodeIsNoLongerGoodAfterTenMinutesAndWhenAnotherWasMade() {
    TerminalKeeper.Code first = keeper.offer("milu-1", "wang").orElseThrow();
    TerminalKeeper.Code second = keeper.offer("milu-1", "wang").orElseThrow();
    assertThat(keeper.pair(first.digits(), "there")).isInstanceOf(Pairing.Wrong.class);

    now = now.plus(TerminalKeeper.CODE_LASTS);

    assertThat(keeper.pair(second.digits(), "there")).isInstanceOf(Pairing.Wrong.class);
    assertThat(keeper.offer("nobody", "wang")).isEmpty();
  }

  @Test
  void pairingAnewMakesTheTokenBeforeVoidAndSoDoesRevoking() {
    String first = token(keeper.offer("milu-1", "wang").orElseThrow().digits());
    TerminalKeeper.Code next = keeper.offer("milu-1", "wang").orElseThrow();
    assertThat(keeper.holding(first)).as("until the code is used").isPresent();
    String second = token(next.digits());

    assertThat(keeper.holding(first)).isEmpty();
    assertThat(keeper.holding(second)).isPresent();
    assertThat(keeper.revoke("milu-1", "wang")).isTrue();
    assertThat(keeper.holding(second)).isEmpty();
    assertThat(known().state(now)).isEqualTo(Terminal.State.UNPAIRED);
  }

  @Test
  void fewCodesMayBeTriedAMinute() {
    TerminalKeeper.Code code = keeper.offer("milu-1", "wang").orElseThrow();
    for (int i = 0; i < Tries.A_MINUTE; i++) {
      assertThat(keeper.pair("00000000", "there")).isInstanceOf(Pairing.Wrong.class);
    }

    assertThat(keeper.pair(code.digits(), "there")).isInstanceOf(Pairing.TooOften.class);
    watch.pass(Duration.ofMinutes(1));
    assertThat(keeper.pair(code.digits(), "there")).isInstanceOf(Pairing.Paired.class);
  }

  @Test
  void neitherCodeNorTokenIsKept() {
    TerminalKeeper.Code code = keeper.offer("milu-1", "wang").orElseThrow();
    assertThat(rows()).doesNotContain(code.digits());

    String token = token(code.digits());

    assertThat(rows()).doesNotContain(token);
    assertThat(code.toString()).doesNotContain(code.digits());
  }

  @Test
  void aVersionIsMadeWithEachChangeAndAnEarlierOneComesBackAsANewOne() {
    Configuration first = known().configuration();
    Configuration other = Sample.configuration("门厅右");

    assertThat(keeper.change("milu-1", other, "li")).isEqualTo(OptionalInt.of(2));
    assertThat(known().configuration()).isEqualTo(other);
    assertThat(keeper.rollBack("milu-1", 1, "wang")).isEqualTo(OptionalInt.of(3));

    assertThat(known().version()).isEqualTo(3);
    assertThat(known().configuration()).isEqualTo(first);
    assertThat(keeper.versions("milu-1"))
        .extracting(Version::number, Version::changedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, "wang"),
            org.assertj.core.groups.Tuple.tuple(2, "li"),
            org.assertj.core.groups.Tuple.tuple(1, "wang"));
    assertThat(keeper.rollBack("milu-1", 7, "wang")).isEmpty();
    assertThat(keeper.change("nobody", other, "wang")).isEmpty();
  }

  @Test
  void withoutThreeBeatsInARowATerminalIsSilentSinceTheLast() {
    token(keeper.offer("milu-1", "wang").orElseThrow().digits());
    keeper.beat(known(), 1);
    Instant last = now;

    now = last.plusSeconds(89);
    assertThat(known().state(now)).isEqualTo(Terminal.State.ALIVE);
    now = last.plusSeconds(90);
    assertThat(known().state(now)).isEqualTo(Terminal.State.SILENT);
    assertThat(known().silentSince(now)).isEqualTo(last);
    now = last.plus(Duration.ofHours(10));
    assertThat(known().state(now)).isEqualTo(Terminal.State.CLOSED);
    assertThat(known().appliedVersion()).isEqualTo(1);
  }

  @Test
  void availabilityIsCountedFromTheLogSinceTheFirstPairing() {
    token(keeper.offer("milu-1", "wang").orElseThrow().digits());
    Instant start = now;
    // Twenty minutes there, twenty silent.
    for (int i = 0; i < 40; i++) {
      now = start.plusSeconds(30L * i);
      keeper.beat(known(), 1);
    }
    now = start.plus(Duration.ofMinutes(40));

    Availability availability = keeper.availability(known(), start.minus(Duration.ofDays(7)));

    // The minute in which it was paired had begun before.
    assertThat(availability.openingMinutes()).isEqualTo(39);
    assertThat(availability.minutes()).isEqualTo(19);
    assertThat(
            jdbc.sql("SELECT count(*) FROM interaction WHERE type = 'heartbeat'")
                .query(Long.class)
                .single())
        .as("one record a minute")
        .isEqualTo(20);
    assertThat(log.firstBroken()).isEmpty();
  }

  @Test
  void whatWasDoneIsInTheSecurityLog() {
    keeper.pair("00000000", "there");
    token(keeper.offer("milu-1", "wang").orElseThrow().digits());
    keeper.change("milu-1", Sample.configuration("右"), "li");
    keeper.rollBack("milu-1", 1, "wang");
    keeper.revoke("milu-1", "wang");

    assertThat(log.newest(Long.MAX_VALUE, 20).reversed())
        .extracting(entry -> entry.act() + " " + entry.detail())
        .containsExactlyElementsOf(
            List.of(
                "terminal_registered milu-1 by wang",
                "pairing_failed ",
                "pairing_code_made milu-1 by wang",
                "terminal_paired milu-1",
                "terminal_changed milu-1 by li, version 2",
                "terminal_changed milu-1 by wang, version 3, back to 1",
                "terminal_revoked milu-1 by wang"));
  }

  private Terminal known() {
    return keeper.find("milu-1").orElseThrow();
  }

  private String token(String digits) {
    Pairing pairing = keeper.pair(digits, "there");
    assertThat(pairing).isInstanceOf(Pairing.Paired.class);
    return ((Pairing.Paired) pairing).token();
  }

  private String rows() {
    return jdbc.sql("SELECT * FROM terminal").query().listOfRows().toString();
  }

  private static final class Watch implements TimeMeter {
    private long nanos;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
