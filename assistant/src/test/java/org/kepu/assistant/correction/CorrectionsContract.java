package org.kepu.assistant.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of corrections does. */
public abstract class CorrectionsContract {

  private static final Correction REPORT = new Correction("answer", "角的分叉画反了");

  /** A keeper that knows the finished answer {@code answer} and the open turn {@code open}. */
  protected abstract Corrections corrections();

  /** Forgets the conversation of {@code answer}. */
  protected abstract void forget();

  /** How many reports the interaction log has. */
  protected abstract long logged();

  /** The keeper's time, to the millisecond. */
  protected abstract Instant now();

  protected abstract void pass(Duration time);

  @Test
  void aReportBecomesATicketAndIsLogged() {
    Ticket ticket = corrections().file(REPORT).orElseThrow();

    assertThat(ticket.state()).isEqualTo(TicketState.RECEIVED);
    assertThat(ticket.filedAt()).isEqualTo(now());
    assertThat(ticket.reply()).isNull();
    assertThat(corrections().find(ticket.number())).contains(ticket);
    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void theSameReportSentAgainIsTheSameTicket() {
    Optional<Ticket> first = corrections().file(REPORT);

    assertThat(corrections().file(new Correction("answer", " 角的分叉画反了 "))).isEqualTo(first);
    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void otherWordsAreAnotherTicket() {
    Ticket first = corrections().file(REPORT).orElseThrow();
    Ticket second = corrections().file(new Correction("answer", "数字不对")).orElseThrow();

    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(logged()).isEqualTo(2);
  }

  @Test
  void onlyAnAnswerThatWasGivenCanBeWrong() {
    assertThat(corrections().file(new Correction("open", "不对"))).isEmpty();
    assertThat(corrections().file(new Correction("unknown", "不对"))).isEmpty();
    assertThat(logged()).isZero();
  }

  @Test
  void aTicketOutlivesTheConversation() {
    Ticket ticket = corrections().file(REPORT).orElseThrow();

    forget();

    assertThat(corrections().find(ticket.number())).contains(ticket);
    assertThat(corrections().file(REPORT)).contains(ticket);
  }

  @Test
  void aTicketIsMovedOnWithAReply() {
    Ticket ticket = corrections().file(REPORT).orElseThrow();
    pass(Duration.ofHours(2));

    Optional<Ticket> moved = corrections().move(ticket.number(), TicketState.CORRECTED, "已经改正，谢谢。");

    assertThat(moved)
        .contains(
            new Ticket(
                ticket.number(), TicketState.CORRECTED, ticket.filedAt(), now(), "已经改正，谢谢。"));
    assertThat(corrections().find(ticket.number())).isEqualTo(moved);
  }

  @Test
  void anUnknownNumberHasNoTicket() {
    TicketNumber unknown = TicketNumber.parse("0000-0000").orElseThrow();

    assertThat(corrections().find(unknown)).isEmpty();
    assertThat(corrections().move(unknown, TicketState.DECLINED, null)).isEmpty();
  }
}
