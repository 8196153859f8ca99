package org.kepu.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the interaction log of a service says, read from its database. */
public final class InteractionRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;

  public InteractionRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The outcomes that were logged for a turn. */
  public List<String> outcomes(String answerId) {
    return jdbc
        .sql("SELECT outcome FROM interaction WHERE answer_id = ? AND type = 'answer' ORDER BY seq")
        .param(answerId)
        .query(String.class)
        .list()
        .stream()
        .<String>map(Objects::requireNonNull)
        .toList();
  }

  /** Waits until a turn has ended. */
  public List<String> outcomesOnceEnded(String answerId) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (outcomes(answerId).isEmpty()) {
      assertThat(System.nanoTime()).as("waiting for the turn's end").isLessThan(deadline);
      Thread.sleep(50);
    }
    return outcomes(answerId);
  }

  /** How often a question with this text is in the log. */
  public long asked(String question) {
    return jdbc.sql(
            """
            SELECT count(*) FROM interaction JOIN interaction_text USING (event_id)
            WHERE type = 'question' AND text = ?
            """)
        .param(question)
        .query(Long.class)
        .single();
  }
}
