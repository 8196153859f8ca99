package org.kepu.assistant.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.kiosk.OperatorDoor.Verdict;

/** The way out of a terminal. */
class OperatorDoorTest {

  private final Watch watch = new Watch();
  private final OperatorDoor door = new OperatorDoor(new KioskSettings("204857", "", 1536), watch);

  @Test
  void theCodeOpensIt() {
    assertThat(door.open("204857", "terminal")).isEqualTo(Verdict.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20485", "204858", "2048577", " 204857", "二〇四八五七"})
  void nothingElseDoes(String code) {
    assertThat(door.open(code, "terminal")).isEqualTo(Verdict.WRONG);
  }

  @Test
  void withoutACodeThereIsNoWayOut() {
    OperatorDoor walled = new OperatorDoor(new KioskSettings("", "", 1536), watch);

    assertThat(walled.open("", "terminal")).isEqualTo(Verdict.NO_CODE_SET);
  }

  @Test
  void afterFiveTriesEvenTheCodeWaitsAMinute() {
    for (int i = 0; i < OperatorDoor.TRIES_A_MINUTE; i++) {
      assertThat(door.open("000000", "terminal")).isEqualTo(Verdict.WRONG);
    }

    assertThat(door.open("204857", "terminal")).isEqualTo(Verdict.TOO_OFTEN);
    assertThat(door.open("204857", "another")).isEqualTo(Verdict.OPEN);
    watch.pass(Duration.ofSeconds(59));
    assertThat(door.open("204857", "terminal")).isEqualTo(Verdict.TOO_OFTEN);
    watch.pass(Duration.ofSeconds(1));
    assertThat(door.open("204857", "terminal")).isEqualTo(Verdict.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "abcdef", "123 456", "１２３４５６"})
  void aCodeIsSixDigitsOrMore(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new KioskSettings(code, "", 1536));
  }

  @Test
  void theCodeIsNotWritten() {
    assertThat(new KioskSettings("204857", "", 1536).toString()).doesNotContain("204857");
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
