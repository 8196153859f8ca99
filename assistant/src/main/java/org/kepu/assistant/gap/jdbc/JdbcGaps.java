package org.kepu.assistant.gap.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.gap.Gap;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.gap.Unanswered;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row a gap and a row a question of it; texts stay with the interaction log. */
public final class JdbcGaps implements Gaps {

  private static final int TEXTS_SHOWN = 5;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcGaps(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public List<Unanswered> ungrouped(int most) {
    return jdbc.sql(
            """
            SELECT q.event_id, t.text FROM interaction_text t
            JOIN interaction q ON q.event_id = t.event_id AND q.type = 'question'
            JOIN interaction a ON a.conversation_id = q.conversation_id
              AND a.answer_id = q.answer_id AND a.type = 'answer'
            LEFT JOIN feedback f ON f.answer_id = q.answer_id
            LEFT JOIN gap_question g ON g.event_id = q.event_id
            WHERE g.event_id IS NULL
              AND (a.outcome = 'no_source' OR (f.vote = 'down' AND a.outcome IN ('answered', 'partial')))
              AND q.flags NOT LIKE '%test%' AND q.flags NOT LIKE '%bot%' AND q.flags NOT LIKE '%staff%'
            ORDER BY q.occurred_at, q.event_id LIMIT ?
            """)
        .param(most)
        .query((row, number) -> new Unanswered(row.getString("event_id"), row.getString("text")))
        .list();
  }

  @Override
  public Map<UUID, List<Unanswered>> open(int each) {
    Map<UUID, List<Unanswered>> open = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT g.gap_id, g.event_id, t.text FROM gap
            JOIN gap_question g ON g.gap_id = gap.id
            JOIN interaction_text t ON t.event_id = g.event_id
            WHERE gap.closed_at IS NULL ORDER BY gap.opened_at, gap.id, g.asked_at DESC
            """)
        .query(
            (RowCallbackHandler)
                row -> {
                  List<Unanswered> questions =
                      open.computeIfAbsent(
                          UUID.fromString(row.getString("gap_id")), id -> new ArrayList<>());
                  if (questions.size() < each) {
                    questions.add(new Unanswered(row.getString("event_id"), row.getString("text")));
                  }
                });
    return open;
  }

  @Override
  public UUID open(Unanswered question, Instant now) {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("INSERT INTO gap (id, opened_at) VALUES (?, ?)")
              .param(id.toString())
              .param(now.toEpochMilli())
              .update();
          insert(id, question);
        });
    return id;
  }

  @Override
  public void add(UUID gap, Unanswered question) {
    transaction.executeWithoutResult(status -> insert(gap, question));
  }

  /** Another node may have put it into a gap in the meantime. */
  private void insert(UUID gap, Unanswered question) {
    jdbc.sql(
            """
            INSERT INTO gap_question (event_id, gap_id, asked_at, venue)
            SELECT event_id, ?, occurred_at, COALESCE(venue, '') FROM interaction WHERE event_id = ?
            ON CONFLICT DO NOTHING
            """)
        .param(gap.toString())
        .param(question.eventId())
        .update();
  }

  @Override
  public void merge(UUID from, UUID into) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("UPDATE gap_question SET gap_id = ? WHERE gap_id = ?")
              .param(into.toString())
              .param(from.toString())
              .update();
          jdbc.sql("DELETE FROM gap WHERE id = ?").param(from.toString()).update();
        });
  }

  @Override
  public void close(UUID gap, String by, Instant now) {
    jdbc.sql("UPDATE gap SET closed_at = ?, closed_by = ? WHERE id = ? AND closed_at IS NULL")
        .param(now.toEpochMilli())
        .param(by)
        .param(gap.toString())
        .update();
  }

  @Override
  public void reopen(UUID gap) {
    jdbc.sql("UPDATE gap SET closed_at = NULL, closed_by = NULL WHERE id = ?")
        .param(gap.toString())
        .update();
  }

  @Override
  public void assign(UUID gap, @Nullable String assignee) {
    jdbc.sql("UPDATE gap SET assignee = ? WHERE id = ?")
        .param(assignee)
        .param(gap.toString())
        .update();
  }

  @Override
  public List<Gap> list(boolean open, Set<String> venues, int most) {
    return gaps(open ? "gap.closed_at IS NULL" : "gap.closed_at IS NOT NULL").stream()
        .map(gap -> of(gap, venues))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingLong(Gap::count)
                .reversed()
                .thenComparing(Gap::lastAt, Comparator.reverseOrder())
                .thenComparing(Gap::id))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Gap> find(UUID id) {
    return gaps("gap.id = ?", id.toString()).stream().findFirst();
  }

  /** What a gap is to those who look after some venues; empty where it is nothing to them. */
  private static Optional<Gap> of(Gap gap, Set<String> venues) {
    if (venues.isEmpty()) {
      return Optional.of(gap);
    }
    SortedMap<String, Long> theirs = new TreeMap<>(gap.venues());
    theirs.keySet().retainAll(venues);
    long count = theirs.values().stream().mapToLong(Long::longValue).sum();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Gap(
                gap.id(),
                gap.questions(),
                count,
                theirs,
                gap.firstAt(),
                gap.lastAt(),
                gap.assignee(),
                gap.closedAt(),
                gap.closedBy()));
  }

  private List<Gap> gaps(String condition, String... parameters) {
    Map<String, Rows> byId = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT gap.id, gap.assignee, gap.closed_at, gap.closed_by, g.asked_at, g.venue, t.text
            FROM gap JOIN gap_question g ON g.gap_id = gap.id
            LEFT JOIN interaction_text t ON t.event_id = g.event_id
            WHERE %s ORDER BY gap.opened_at, gap.id, g.asked_at DESC
            """
                .formatted(condition))
        .params(List.of(parameters))
        .query(
            (RowCallbackHandler)
                row -> {
                  Rows rows = byId.get(row.getString("id"));
                  if (rows == null) {
                    rows = new Rows(row);
                    byId.put(row.getString("id"), rows);
                  }
                  rows.add(row);
                });
    return byId.values().stream().map(Rows::gap).toList();
  }

  /** The rows of one gap. */
  private static final class Rows {

    private final UUID id;
    private final @Nullable String assignee;
    private final @Nullable Instant closedAt;
    private final @Nullable String closedBy;
    private final List<String> texts = new ArrayList<>();
    private final SortedMap<String, Long> venues = new TreeMap<>();
    private long count;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Rows(ResultSet row) throws SQLException {
      id = UUID.fromString(row.getString("id"));
      assignee = row.getString("assignee");
      long at = row.getLong("closed_at");
      closedAt = row.wasNull() ? null : Instant.ofEpochMilli(at);
      closedBy = row.getString("closed_by");
    }

    void add(ResultSet row) throws SQLException {
      count++;
      venues.merge(row.getString("venue"), 1L, Long::sum);
      long at = row.getLong("asked_at");
      first = Math.min(first, at);
      last = Math.max(last, at);
      String text = row.getString("text");
      if (text != null && texts.size() < TEXTS_SHOWN && !texts.contains(text)) {
        texts.add(text);
      }
    }

    Gap gap() {
      return new Gap(
          id,
          texts,
          count,
          venues,
          Instant.ofEpochMilli(first),
          Instant.ofEpochMilli(last),
          assignee,
          closedAt,
          closedBy);
    }
  }
}
