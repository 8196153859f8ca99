package org.kepu.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.search.Generation;

/** A process that ingests round after round is killed again and again. */
class KilledIngestTest {

  private static final int KILLS = 20;
  private static final int LATEST_KILL_MS = 600;

  @TempDir private Path folder;

  @Test
  void afterEveryKillTheIndexIsWholeAndNothingThatWasDoneIsLost() throws Exception {
    Random moments = new Random(20261125);
    int done = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int told = runAndKill(done + 1, moments.nextInt(LATEST_KILL_MS));
      done = checkedRound(Math.max(done, told));
    }
    assertThat(done).as("rounds done in all").isGreaterThan(KILLS / 2);
  }

  /** The last round that the process said was done before it was killed; 0 if none. */
  private int runAndKill(int firstRound, int milliseconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessIngestProcess.class.getName(),
                folder.toString(),
                String.valueOf(firstRound))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("ready");
      assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
      // Not by the process itself, which would close what it still has to say.
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      process.waitFor();
      List<String> rounds = output.lines().filter(line -> line.matches("\\d+")).toList();
      return rounds.isEmpty() ? 0 : Integer.parseInt(rounds.getLast());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Exactly one round is live, no earlier one than was done; and the next ingest succeeds. */
  private int checkedRound(int done) {
    Catalog catalog = StarterKnowledge.catalog(folder);
    try (LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
      int live = index.live().map(generation -> wholeRound(generation, catalog)).orElse(0);
      assertThat(live).isBetween(done, done + 1);
      assertThat(catalog.currentVersions())
          .as("current in the catalogue")
          .isIn(List.of(versions(live), versions(live - 1)));

      EndlessIngestProcess.ingest(folder, index, catalog)
          .run(EndlessIngestProcess.documents(live + 1), IngestListener.NONE);

      assertThat(catalog.currentVersions()).isEqualTo(versions(live + 1));
      return live + 1;
    }
  }

  private static int wholeRound(Generation held, Catalog catalog) {
    try (Generation live = held) {
      assertThat(live.documents()).isEqualTo(versions(round(live)));
      for (Map.Entry<String, String> document : live.documents().entrySet()) {
        Document kept = catalog.version(document.getKey(), document.getValue()).orElseThrow();
        assertThat(live.passages(List.of(kept.id() + "#0")))
            .singleElement()
            .satisfies(passage -> assertThat(kept.text()).contains(passage.text()));
      }
      assertThat(live.nearest(new QuickEmbedder().embed("这是第0版。"), 1)).hasSize(1);
      return round(live);
    }
  }

  private static int round(Generation live) {
    return live.documents().keySet().stream()
        .filter(id -> id.startsWith("only-"))
        .mapToInt(id -> Integer.parseInt(id.substring("only-".length())))
        .sum();
  }

  private static Map<String, String> versions(int round) {
    return round <= 0 ? Map.of() : Document.versions(EndlessIngestProcess.documents(round));
  }
}
