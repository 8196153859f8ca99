package org.kepu.assistant.config;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process to be killed: the service's ledger in a folder, with visitors who ask without end. It
 * tells its output what was acknowledged: {@code O} and the turn that was opened, {@code C} and the
 * turn that was closed.
 */
final class LedgerProcess {

  private static final int VISITORS = 20;
  private static final int PAUSE_MS = 95;

  private LedgerProcess() {}

  /** Arguments: a folder, and {@code ask} or {@code recover}. */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    String url = "jdbc:sqlite:" + folder.resolve("kepu.db");
    HikariDataSource pool = Dialect.SQLITE.open(new DatabaseSettings("", "", "", 4), url);
    Dialect.SQLITE.migrate(pool);
    JdbcClient jdbc = JdbcClient.create(pool);
    JdbcTurnLedger database =
        new JdbcTurnLedger(
            jdbc,
            Dialect.SQLITE.transactions(pool),
            new JdbcInteractionLog(jdbc),
            InstantSource.system(),
            UUID.randomUUID().toString());
    database.closeAbandoned(database.others().keySet());
    SpooledLedger ledger =
        new SpooledLedger(
            database,
            folder.resolve("spool"),
            10_000_000,
            UnaryOperator.identity(),
            InstantSource.system());
    ledger.drain();
    if (arguments[1].equals("ask")) {
      for (int i = 0; i < VISITORS; i++) {
        Thread.ofPlatform().start(() -> ask(ledger));
      }
      Thread.currentThread().join();
    }
    System.exit(0);
  }

  private static void ask(TurnLedger ledger) {
    NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    String conversation = ids.generate().toString();
    while (true) {
      String answer = ids.generate().toString();
      ledger.open(
          new NewTurn(answer, conversation, ids.generate().toString(), "hash"),
          Interaction.question(
              ids.generate(),
              InstantSource.system().instant(),
              conversation,
              answer,
              Scene.UNKNOWN,
              "What?"));
      System.out.println("O " + answer);
      boolean first =
          ledger.close(
              answer,
              Outcome.ANSWERED,
              "the answer",
              Interaction.failure(
                  ids.generate(),
                  InstantSource.system().instant(),
                  conversation,
                  answer,
                  Outcome.ANSWERED));
      System.out.println((first ? "C " : "! ") + answer);
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
