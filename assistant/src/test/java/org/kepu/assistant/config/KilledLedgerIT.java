package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

/**
 * A process that is killed while two hundred questions a second come in loses nothing it
 * acknowledged, and doubles nothing. This test keeps the books itself, from what the process said.
 * {@code -Dkepu.kills=20} for the long form.
 */
class KilledLedgerIT {

  private static final int KILLS = Integer.getInteger("kepu.kills", 4);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Set<String> opened = new HashSet<>();
  private final Set<String> closed = new HashSet<>();

  @Test
  void nothingAcknowledgedIsLostOrDoubled(@TempDir Path folder) throws Exception {
    Random random = new Random(9);
    for (int i = 0; i < KILLS; i++) {
      killAfter(50 + random.nextInt(400), start(folder, "ask"));
    }
    Process last = start(folder, "recover").process();
    assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("kepu.db"));
    JdbcClient jdbc = JdbcClient.create(database);
    Map<String, List<String>> questions = records(jdbc, "question");
    Map<String, List<String>> ends = records(jdbc, "answer");
    System.out.printf(
        "%d kills: %d questions acknowledged, %d in the log; %d answers acknowledged, %d ends in"
            + " the log%n",
        KILLS, opened.size(), questions.size(), closed.size(), ends.size());

    assertThat(closed).as("answers acknowledged").hasSizeGreaterThan(KILLS * 20);
    assertThat(questions.keySet()).as("questions in the log").containsAll(opened);
    assertThat(questions.values())
        .as("questions in the log")
        .allSatisfy(all -> assertThat(all).hasSize(1));
    assertThat(ends.values()).as("ends in the log").allSatisfy(all -> assertThat(all).hasSize(1));
    assertThat(closed)
        .as("answers acknowledged")
        .allSatisfy(answer -> assertThat(ends.get(answer)).containsExactly("answered"));
    assertThat(ends.keySet()).as("every turn has ended").isEqualTo(questions.keySet());
  }

  private void killAfter(int acknowledgements, Started started) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (acknowledged(started.said()).size() < acknowledgements) {
      assertThat(started.process().isAlive()).as("it goes on until it is killed").isTrue();
      assertThat(System.nanoTime()).as("waiting for acknowledgements").isLessThan(deadline);
      Thread.sleep(20);
    }
    // The signal that nobody can catch.
    started.process().destroyForcibly();
    assertThat(started.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    List<String> said = acknowledged(started.said());
    said.forEach(line -> (line.startsWith("O") ? opened : closed).add(line.substring(2)));
    assertThat(said)
        .as("turns that somebody else had closed")
        .noneMatch(line -> line.startsWith("!"));
  }

  /** Its last line may be cut off; then it acknowledged nothing. */
  private static List<String> acknowledged(Path said) throws IOException {
    String all = Files.readString(said, StandardCharsets.UTF_8);
    return all.substring(0, all.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.matches("[OC!] [0-9a-f-]{36}"))
        .toList();
  }

  private static Started start(Path folder, String what) throws IOException {
    Path said = Files.createTempFile(folder, "said-", ".log");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProcess.class.getName(),
                folder.toString(),
                what)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(said.toFile())
            .start();
    return new Started(process, said);
  }

  private static Map<String, List<String>> records(JdbcClient jdbc, String type) {
    Map<String, List<String>> records = new HashMap<>();
    jdbc.sql("SELECT answer_id, coalesce(outcome, '') AS outcome FROM interaction WHERE type = ?")
        .param(type)
        .query(
            (java.sql.ResultSet row) -> {
              records
                  .computeIfAbsent(row.getString("answer_id"), id -> new ArrayList<>())
                  .add(row.getString("outcome"));
            });
    return records;
  }

  /** A process, and the file of what it says: that outlives it. */
  private record Started(Process process, Path said) {}
}
