package org.kepu.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;

/** What every ledger of turns does. An adapter's test extends it, and opts out of nothing. */
public abstract class TurnLedgerContract {

  private static final int CALLERS = 16;

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  /** The ledger under test, empty when a test begins. */
  protected abstract TurnLedger ledger();

  /** A ledger of another process on the same database. */
  protected abstract TurnLedger another();

  /** The interaction log's records of a turn, in the order they were written. */
  protected abstract List<Logged> logged(String answerId);

  /** A record of the interaction log, as far as the ledger is concerned. */
  public record Logged(
      String type, @Nullable String outcome, @Nullable String vote, @Nullable String text) {}

  @Test
  void aNewTurnIsOpened() {
    NewTurn turn = turn("answer", "request");

    assertThat(open(turn)).isEqualTo(new Opening.Opened("answer", "conversation of answer"));
  }

  @Test
  void turnsWithoutARequestIdAreAllNew() {
    assertThat(open(turn("one", null))).isInstanceOf(Opening.Opened.class);
    assertThat(open(turn("two", null))).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void theQuestionIsInTheLogOnceTheTurnIsOpenAndTheAnswerOnceItIsClosed() {
    open(turn("answer", "request"));
    assertThat(logged("answer")).containsExactly(question("What?"));

    close("answer", Outcome.ANSWERED, "the answer");
    assertThat(logged("answer")).containsExactly(question("What?"), ended(Outcome.ANSWERED));
  }

  @Test
  void theSameRequestIsRunningUntilItIsAnswered() {
    open(turn("first", "request"));

    assertThat(open(turn("second", "request"))).isEqualTo(new Opening.Running("first"));
    assertThat(logged("second")).as("what the log has of the second try").isEmpty();
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndCountsOnce() {
    open(turn("first", "request"));
    close("first", Outcome.ANSWERED, "the answer");

    assertThat(open(turn("second", "request"))).isEqualTo(new Opening.Answered("the answer"));
    assertThat(logged("first")).containsExactly(question("What?"), ended(Outcome.ANSWERED));
    assertThat(logged("second")).isEmpty();
  }

  @Test
  void anotherRequestWithTheSameIdConflicts() {
    open(turn("first", "request"));

    NewTurn other = new NewTurn("second", "conversation", "request", "another hash");
    assertThat(open(other)).isInstanceOf(Opening.Conflicting.class);
    close("first", Outcome.ANSWERED, "the answer");
    assertThat(open(other)).isInstanceOf(Opening.Conflicting.class);
    assertThat(logged("second")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "ERROR"})
  void afterATurnThatCameToNothingTheSameRequestIsOpenedAgainUnderItsFirstName(Outcome outcome) {
    open(turn("first", "request"));
    close("first", outcome, null);

    assertThat(open(turn("second", "request")))
        .isEqualTo(new Opening.Opened("first", "conversation of first"));
    assertThat(close("first", Outcome.ANSWERED, "the answer")).isTrue();
    assertThat(open(turn("third", "request"))).isEqualTo(new Opening.Answered("the answer"));
    assertThat(logged("first"))
        .containsExactly(question("What?"), ended(outcome), ended(Outcome.ANSWERED));
  }

  @Test
  void ofManyWhoOpenTheSameRequestAtOnceOneMayAnswerIt() throws Exception {
    List<Opening> openings = atOnce(i -> open(turn("answer" + i, "request")));

    assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(1);
    assertThat(openings).filteredOn(Opening.Running.class::isInstance).hasSize(CALLERS - 1);
  }

  @Test
  void ofManyWhoCloseATurnAtOnceOneDoes() throws Exception {
    open(turn("answer", "request"));

    List<Boolean> closed = atOnce(i -> close("answer", Outcome.ANSWERED, "answer " + i));

    assertThat(closed).containsOnlyOnce(true);
    assertThat(open(turn("again", "request")))
        .isEqualTo(new Opening.Answered("answer " + closed.indexOf(true)));
    assertThat(logged("answer")).containsExactly(question("What?"), ended(Outcome.ANSWERED));
  }

  @Test
  void ofManyWhoOpenACancelledRequestAgainOneMayAnswerIt() throws Exception {
    open(turn("first", "request"));
    close("first", Outcome.CANCELLED, null);

    List<Opening> openings = atOnce(i -> open(turn("again" + i, "request")));

    assertThat(openings).containsOnlyOnce(new Opening.Opened("first", "conversation of first"));
  }

  @Test
  void aTurnThatIsNotOpenIsNotClosed() {
    assertThat(close("nobody", Outcome.ANSWERED, "the answer")).isFalse();
    assertThat(logged("nobody")).isEmpty();
  }

  @Test
  void turnsThatAStoppedProcessLeftOpenEndAsErrors() {
    open(turn("left one", "one"));
    open(turn("left two", null));
    open(turn("done", "two"));
    close("done", Outcome.ANSWERED, "the answer");
    TurnLedger survivor = another();

    assertThat(survivor.closeAbandoned(survivor.others().keySet())).isEqualTo(2);

    assertThat(logged("left one")).containsExactly(question("What?"), ended(Outcome.ERROR));
    assertThat(logged("left two")).containsExactly(question("What?"), ended(Outcome.ERROR));
    assertThat(logged("done")).containsExactly(question("What?"), ended(Outcome.ANSWERED));
    assertThat(open(turn("again", "one"))).isInstanceOf(Opening.Opened.class);
    assertThat(open(turn("again", "two"))).isEqualTo(new Opening.Answered("the answer"));
    assertThat(survivor.others()).as("who has open turns").hasSize(1);
  }

  @Test
  void whereNothingWasLeftOpenNothingIsClosed() {
    assertThat(another().others()).isEmpty();
    assertThat(another().closeAbandoned(Set.of("nobody"))).isZero();
  }

  @Test
  void aProcessWithOpenTurnsIsKnownByItsBeats() {
    open(turn("answer", "request"));

    assertThat(another().others().values()).containsExactly(0L);
    ledger().beat();
    ledger().beat();
    assertThat(another().others().values()).containsExactly(2L);
    assertThat(ledger().others()).as("one does not look after oneself").isEmpty();
  }

  @Test
  void theTurnsOfALivingProcessGoOn() {
    open(turn("answer", "request"));

    another().closeAbandoned(Set.of("somebody else"));

    assertThat(close("answer", Outcome.ANSWERED, "the answer")).isTrue();
  }

  @Test
  void anEndThatCameTooLateIsNotASecondOne() {
    open(turn("answer", "request"));
    TurnLedger survivor = another();
    survivor.closeAbandoned(survivor.others().keySet());

    assertThat(close("answer", Outcome.ANSWERED, "the answer")).isFalse();
    assertThat(logged("answer")).containsExactly(question("What?"), ended(Outcome.ERROR));
  }

  @Test
  void eventsOfNoTurnAreRecordedOnce() {
    Interaction first = event();
    Interaction second = event();

    assertThat(ledger().record(List.of(first, second))).containsExactly(true, true);
    assertThat(ledger().record(List.of(second, event(), first)))
        .containsExactly(false, true, false);
  }

  @Test
  void aForgottenQuestionIsGoneFromTheLogAsWell() {
    answered("answer", "request");
    ledger().vote("answer", Vote.DOWN, "my name is in it");

    ledger().forget("conversation of answer");

    assertThat(logged("answer"))
        .extracting(Logged::type)
        .contains("question", "answer", "feedback");
    assertThat(logged("answer")).extracting(Logged::text).containsOnlyNulls();
  }

  @Test
  void aTurnThatIsForgottenWhileItIsOpenEndsAndLeavesNothingBehind() {
    open(turn("answer", "request"));

    ledger().forget("conversation of answer");

    assertThat(close("answer", Outcome.ANSWERED, "the answer")).isTrue();
    assertThat(close("answer", Outcome.ANSWERED, "the answer")).isFalse();
    assertThat(ledger().remembered("conversation of answer", 3)).isEmpty();
    assertThat(logged("answer"))
        .containsExactly(new Logged("question", null, null, null), ended(Outcome.ANSWERED));
    assertThat(open(turn("again", "request")))
        .isEqualTo(new Opening.Opened("again", "conversation of again"));
  }

  @Test
  void oldTextsAreDeletedAndTheRecordsStay() {
    answered("answer", "request");

    assertThat(ledger().deleteTexts(Instant.EPOCH)).isZero();
    assertThat(ledger().deleteTexts(Instant.now().plusSeconds(60))).isEqualTo(1);

    assertThat(logged("answer"))
        .containsExactly(new Logged("question", null, null, null), ended(Outcome.ANSWERED));
    assertThat(ledger().remembered("conversation of answer", 3)).isEmpty();
  }

  @Test
  void aTurnThatIsOpenedAgainAfterItsProcessLostTheReplyIsTheSameTurn() {
    NewTurn turn = turn("answer", null);
    Interaction asked = asked(turn);
    ledger().open(turn, asked);

    assertThat(ledger().open(turn, asked)).isEqualTo(new Opening.Running("answer"));
    assertThat(logged("answer")).containsExactly(question("What?"));
  }

  @Test
  void everyVoteIsLoggedWithItsReason() {
    answered("answer", "request");

    assertThat(ledger().vote("answer", Vote.UP, null)).isTrue();
    assertThat(ledger().vote("answer", Vote.DOWN, "too long")).isTrue();

    assertThat(logged("answer"))
        .endsWith(
            new Logged("feedback", null, "up", null),
            new Logged("feedback", null, "down", "too long"));
  }

  @Test
  void onlyAnAnswerCanBeVotedOn() {
    open(turn("open", "one"));
    open(turn("cancelled", "two"));
    close("cancelled", Outcome.CANCELLED, null);

    assertThat(Stream.of("open", "cancelled", "unknown"))
        .noneMatch(answer -> ledger().vote(answer, Vote.UP, null));
    assertThat(logged("open")).containsExactly(question("What?"));
  }

  @Test
  void aTurnThatIsOpenWhenItsConversationIsForgottenIsNotRemembered() {
    open(turn("answer", "request"));

    ledger().forget("conversation of answer");
    ledger().understood("answer", "What, really?");
    close("answer", Outcome.ANSWERED, "the answer");

    assertThat(ledger().remembered("conversation of answer", 3)).isEmpty();
  }

  @Test
  void aForgottenConversationIsGoneButItsFiguresStay() {
    answered("answer", "request");
    answered("other", "other request");

    ledger().forget("conversation of answer");

    assertThat(open(turn("again", "request")))
        .as("the same request again")
        .isEqualTo(new Opening.Opened("again", "conversation of again"));
    assertThat(ledger().vote("answer", Vote.UP, null)).as("a vote on what is gone").isFalse();
    assertThat(logged("answer")).extracting(Logged::type).containsExactly("question", "answer");
    assertThat(open(turn("again", "other request")))
        .as("another conversation's")
        .isEqualTo(new Opening.Answered("the answer"));
  }

  @Test
  void theLastAnsweredTurnsOfAConversationAreRememberedAsTheyWereUnderstood() {
    answeredIn("one", "conversation");
    answeredIn("two", "conversation");
    open(new NewTurn("three", "conversation", null, "hash"));
    ledger().understood("three", "What is a milu?");
    close("three", Outcome.ANSWERED, "the answer of three");
    open(new NewTurn("cancelled", "conversation", null, "hash"));
    close("cancelled", Outcome.CANCELLED, null);
    open(new NewTurn("open", "conversation", null, "hash"));
    answeredIn("elsewhere", "another conversation");

    assertThat(ledger().remembered("conversation", 2))
        .containsExactly(
            new Remembered("What?", "the answer of two"),
            new Remembered("What is a milu?", "the answer of three"));
  }

  @Test
  void nothingOfAForgottenConversationIsRemembered() {
    answeredIn("one", "conversation");

    ledger().forget("conversation");

    assertThat(ledger().remembered("conversation", 3)).isEmpty();
  }

  @Test
  void aConversationNobodyKnowsIsForgottenInPeace() {
    ledger().forget("unknown");

    assertThat(ledger().remembered("unknown", 3)).isEmpty();
  }

  private Interaction event() {
    return new Interaction(
        ids.generate(),
        Instant.now(),
        null,
        Interaction.Type.SOURCE_OPEN,
        null,
        "answer",
        Scene.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Opening open(NewTurn turn) {
    return ledger().open(turn, asked(turn));
  }

  private boolean close(String answerId, Outcome outcome, @Nullable String answer) {
    return ledger()
        .close(
            answerId,
            outcome,
            answer,
            Interaction.failure(
                ids.generate(), Instant.now(), "conversation of " + answerId, answerId, outcome));
  }

  private void answered(String answerId, String requestId) {
    open(turn(answerId, requestId));
    close(answerId, Outcome.ANSWERED, "the answer");
  }

  private void answeredIn(String answerId, String conversationId) {
    open(new NewTurn(answerId, conversationId, null, "hash"));
    close(answerId, Outcome.ANSWERED, "the answer of " + answerId);
  }

  private static NewTurn turn(String answerId, @Nullable String requestId) {
    return new NewTurn(answerId, "conversation of " + answerId, requestId, "hash");
  }

  private Interaction asked(NewTurn turn) {
    return Interaction.question(
        ids.generate(),
        Instant.now(),
        turn.conversationId(),
        turn.answerId(),
        new Scene(
            null,
            null,
            Channel.WEB,
            null,
            "milu",
            null,
            null,
            null,
            null,
            Audience.GENERAL,
            null,
            "zh-CN",
            Set.of()),
        "What?");
  }

  private static Logged question(String text) {
    return new Logged("question", null, null, text);
  }

  private static Logged ended(Outcome outcome) {
    return new Logged("answer", outcome.code(), null, null);
  }

  /** What each of {@link #CALLERS} threads got, all of which begin at the same moment. */
  private static <T> List<T> atOnce(java.util.function.IntFunction<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Callable<T>> calls =
          IntStream.range(0, CALLERS)
              .<Callable<T>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return work.apply(i);
                      })
              .toList();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
