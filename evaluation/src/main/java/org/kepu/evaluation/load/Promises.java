package org.kepu.evaluation.load;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of answers that a service promised, by its database: each has one record of its
 * question and one of its end.
 *
 * @param made how many were promised
 * @param lost how many have no record of their question or of their end
 * @param doubled how many have two of one
 */
public record Promises(long made, long lost, long doubled) {

  /**
   * Counts, once the ends of all that was promised are there.
   *
   * @param accepted the answers' ids, as the service told them
   * @param patience how long ends may take: those of a process that died come from another
   */
  public static Promises kept(JdbcClient database, Set<String> accepted, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, Long> questions = records(database, "question");
    Map<String, Long> answers = records(database, "answer");
    while (!answers.keySet().containsAll(accepted) && System.nanoTime() < deadline) {
      Thread.sleep(Duration.ofSeconds(2));
      answers = records(database, "answer");
    }
    Map<String, Long> ended = answers;
    return new Promises(
        accepted.size(),
        accepted.stream()
            .filter(id -> !questions.containsKey(id) || !ended.containsKey(id))
            .count(),
        accepted.stream()
            .filter(id -> questions.getOrDefault(id, 0L) > 1 || ended.getOrDefault(id, 0L) > 1)
            .count());
  }

  private static Map<String, Long> records(JdbcClient database, String type) {
    return database
        .sql("SELECT answer_id FROM interaction WHERE type = ?")
        .param(type)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }
}
