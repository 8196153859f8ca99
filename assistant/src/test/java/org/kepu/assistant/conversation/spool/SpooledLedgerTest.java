package org.kepu.assistant.conversation.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.Opening;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.TurnLedgerContract;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger as any other while its database is there, and one that loses nothing while it is away.
 */
class SpooledLedgerTest extends TurnLedgerContract {

  private static final long LIMIT = 100_000;

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Path folder;
  private final SqliteDatabase database;
  private final JdbcClient jdbc;
  private final List<SpooledLedger> opened = new ArrayList<>();
  private final SpooledLedger ledger;
  private boolean away;

  SpooledLedgerTest(@TempDir Path folder) {
    this.folder = folder;
    database = new SqliteDatabase(folder);
    jdbc = database.jdbc();
    ledger = process("this process", folder.resolve("spool"), LIMIT);
  }

  @AfterEach
  void close() {
    opened.forEach(SpooledLedger::close);
    database.close();
  }

  @Override
  protected TurnLedger ledger() {
    return ledger;
  }

  @Override
  protected TurnLedger another() {
    return process("another process", folder.resolve("another spool"), LIMIT);
  }

  @Override
  protected List<Logged> logged(String answerId) {
    return jdbc
        .sql(
            """
            SELECT type, outcome, vote, text
            FROM interaction LEFT JOIN interaction_text USING (event_id)
            WHERE answer_id = ? ORDER BY seq
            """)
        .param(answerId)
        .query(Logged.class)
        .list()
        .stream()
        .<Logged>map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void whatIsWrittenWhileTheDatabaseIsAwayIsThereOnceItIsBack() {
    openAndClose("before", "request before");
    away = true;
    openAndClose("meanwhile", "request");
    ledger.record(List.of(event()));
    assertThat(ledger.spooling()).isTrue();
    assertThat(ledger.drain()).as("while it is away").isZero();
    assertThat(logged("meanwhile")).isEmpty();

    away = false;
    assertThat(ledger.drain()).isEqualTo(3);

    assertThat(ledger.spooling()).isFalse();
    assertThat(logged("meanwhile"))
        .containsExactly(
            new Logged("question", null, null, "What?"),
            new Logged("answer", "answered", null, null));
    assertThat(ledger.open(turn("again", "request"), asked("again")))
        .isEqualTo(new Opening.Answered("the answer"));
    assertThat(ledger.vote("meanwhile", Vote.UP, null)).isTrue();
  }

  @Test
  void somebodyWhoLeavesWhileItIsWrittenTakesNothingFromThoseWhoComeLater() throws Exception {
    away = true;
    openAndClose("before", "request before");
    Thread leaving =
        Thread.ofVirtual()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  openAndClose("leaving", "request of somebody who leaves");
                });
    leaving.join();
    openAndClose("later", "request later");

    away = false;
    ledger.drain();

    assertThat(logged("before")).hasSize(2);
    assertThat(logged("leaving")).hasSize(2);
    assertThat(logged("later")).hasSize(2);
  }

  @Test
  void requestsAreToldApartMeanwhile() {
    away = true;
    open("first", "request");

    assertThat(open("second", "request")).isEqualTo(new Opening.Running("first"));
    assertThat(ledger.open(new NewTurn("other", "c", "request", "another hash"), asked("other")))
        .isInstanceOf(Opening.Conflicting.class);
    close("first", Outcome.CANCELLED, null);
    assertThat(open("third", "request"))
        .isEqualTo(new Opening.Opened("first", "conversation of first"));
    assertThat(close("first", Outcome.ANSWERED, "the answer")).isTrue();
    assertThat(close("first", Outcome.ANSWERED, "another")).isFalse();
    assertThat(open("fourth", "request")).isEqualTo(new Opening.Answered("the answer"));
    assertThat(ledger.remembered("conversation of first", 3))
        .containsExactly(new Remembered("What?", "the answer"));

    away = false;
    ledger.drain();
    assertThat(logged("first"))
        .extracting(Logged::outcome)
        .containsExactly(null, "cancelled", "answered");
  }

  @Test
  void aRequestThatWasAnsweredBeforeIsCountedOnce() {
    openAndClose("before", "request");
    away = true;
    openAndClose("meanwhile", "request");

    away = false;
    ledger.drain();

    assertThat(logged("before")).hasSize(2);
    assertThat(logged("meanwhile")).isEmpty();
    assertThat(open("again", "request")).isEqualTo(new Opening.Answered("the answer"));
  }

  @Test
  void aRequestWhoseFirstTryFailedBeforeIsRecordedWithItsAnswer() {
    open("before", "request");
    close("before", Outcome.CANCELLED, null);
    away = true;
    openAndClose("meanwhile", "request");

    away = false;
    ledger.drain();

    assertThat(logged("meanwhile")).extracting(Logged::outcome).containsExactly(null, "answered");
    assertThat(ledger.others()).isEmpty();
    assertThat(openTurns()).isZero();
  }

  @Test
  void whatAKilledProcessLeftIsTakenUpAndItsOpenTurnsEndAsErrors() {
    away = true;
    openAndClose("answered", "one");
    open("left open", "two");
    ledger.close();

    SpooledLedger next = process("next process", folder.resolve("spool"), LIMIT);
    assertThat(next.spooling()).isTrue();
    away = false;
    next.drain();
    assertThat(logged("answered")).extracting(Logged::outcome).containsExactly(null, "answered");
    assertThat(logged("left open")).extracting(Logged::outcome).containsExactly(null, "error");
    assertThat(openTurns()).isZero();
  }

  @Test
  void doingItAllAgainAfterAKillInTheMiddleChangesNothing() throws IOException {
    away = true;
    openAndClose("first", "one");
    ledger.record(List.of(event(), event()));
    openAndClose("second", "two");
    Path spool = folder.resolve("spool").resolve("ledger.jsonl");
    byte[] before = Files.readAllBytes(spool);
    away = false;
    ledger.drain();
    List<Logged> once = logged("first");
    long records = records();
    ledger.close();

    Files.write(spool, before);
    SpooledLedger next = process("next process", folder.resolve("spool"), LIMIT);
    next.drain();

    assertThat(logged("first")).isEqualTo(once);
    assertThat(records()).isEqualTo(records).isEqualTo(6);
    assertThat(openTurns()).isZero();
  }

  @Test
  void aFullSpoolRefusesNewTurnsAndStillTakesTheEndsOfOpenOnes() {
    away = true;
    List<String> taken = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int i = 0; ; i++) {
                open("answer " + i, null);
                taken.add("answer " + i);
              }
            })
        .isInstanceOfSatisfying(
            LedgerFailureException.class,
            e -> assertThat(e).hasMessageContaining("full").hasMessageContaining("bring"));

    taken.reversed().stream().limit(5).forEach(id -> close(id, Outcome.CANCELLED, null));
    away = false;
    ledger.drain();

    assertThat(taken).hasSizeGreaterThan(50).allSatisfy(id -> assertThat(logged(id)).isNotEmpty());
    assertThat(records()).isEqualTo(taken.size() + 5L);
  }

  @Test
  void aLineThatWasNeverFinishedIsSetAsideAndTheOthersAreDone() throws IOException {
    away = true;
    openAndClose("whole", "one");
    ledger.close();
    Path spool = folder.resolve("spool").resolve("ledger.jsonl");
    Files.writeString(spool, "00000000{\"do\":\"open\",", StandardOpenOption.APPEND);

    SpooledLedger next = process("next process", folder.resolve("spool"), LIMIT);
    away = false;
    next.drain();

    assertThat(logged("whole")).hasSize(2);
    try (var files = Files.list(folder.resolve("spool"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("damaged-"));
    }
  }

  @Test
  void whatIsForgottenMeanwhileIsForgotten() {
    openAndClose("before", "request");
    away = true;
    openAndClose("meanwhile", null);
    ledger.forget("conversation of before");
    ledger.forget("conversation of meanwhile");
    assertThat(ledger.remembered("conversation of meanwhile", 3)).isEmpty();

    away = false;
    ledger.drain();

    assertThat(ledger.remembered("conversation of before", 3)).isEmpty();
    assertThat(jdbc.sql("SELECT count(*) FROM interaction_text").query(Long.class).single())
        .isZero();
  }

  @Test
  void votesAreRefusedMeanwhile() {
    openAndClose("before", null);
    away = true;
    open("meanwhile", null);

    assertThatThrownBy(() -> ledger.vote("before", Vote.UP, null))
        .isInstanceOf(LedgerFailureException.class);
  }

  private SpooledLedger process(String name, Path spool, long limit) {
    TurnLedger real =
        new JdbcTurnLedger(
            jdbc,
            database.transactions(),
            new JdbcInteractionLog(jdbc),
            InstantSource.system(),
            name);
    TurnLedger switched =
        (TurnLedger)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TurnLedger.class},
                (proxy, method, arguments) -> {
                  if (away) {
                    throw new LedgerFailureException(new IOException("away"), true);
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    SpooledLedger spooled =
        new SpooledLedger(switched, spool, limit, UnaryOperator.identity(), InstantSource.system());
    opened.add(spooled);
    return spooled;
  }

  private long records() {
    return jdbc.sql("SELECT count(*) FROM interaction").query(Long.class).single();
  }

  private long openTurns() {
    return jdbc.sql("SELECT count(*) FROM turn WHERE outcome IS NULL").query(Long.class).single();
  }

  private void openAndClose(String answerId, @Nullable String requestId) {
    open(answerId, requestId);
    close(answerId, Outcome.ANSWERED, "the answer");
  }

  private Opening open(String answerId, @Nullable String requestId) {
    return ledger.open(turn(answerId, requestId), asked(answerId));
  }

  private boolean close(String answerId, Outcome outcome, @Nullable String answer) {
    return ledger.close(
        answerId,
        outcome,
        answer,
        Interaction.failure(
            ids.generate(), Instant.now(), "conversation of " + answerId, answerId, outcome));
  }

  private Interaction asked(String answerId) {
    return Interaction.question(
        ids.generate(),
        Instant.now(),
        "conversation of " + answerId,
        answerId,
        Scene.UNKNOWN,
        "What?");
  }

  private Interaction event() {
    return new Interaction(
        ids.generate(),
        Instant.now(),
        null,
        Interaction.Type.QR_SHOWN,
        null,
        null,
        Scene.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static NewTurn turn(String answerId, @Nullable String requestId) {
    return new NewTurn(answerId, "conversation of " + answerId, requestId, "hash");
  }
}
