package org.kepu.assistant.educator.jdbc;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.educator.ItemSet;
import org.kepu.assistant.educator.ItemSet.Progress;
import org.kepu.assistant.educator.ItemSet.State;
import org.kepu.assistant.educator.ItemSetStore;
import org.kepu.assistant.educator.Made;
import org.kepu.assistant.educator.ModelWork;
import org.kepu.assistant.educator.Order;
import org.kepu.assistant.educator.Refusals;
import org.kepu.assistant.educator.Slot;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row a set, a row a layout, and a row a change of a place. */
public final class JdbcItemSetStore implements ItemSetStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SET =
      "SELECT id, owner, venues, wanted, state, done, total, made, version, title, created_at,"
          + " changed_at, model_work, refusals FROM item_set ";

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcItemSetStore(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void begin(ItemSet set) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    INSERT INTO item_set (
                      id, owner, venues, wanted, state, done, total, made, version, title, created_at,
                      changed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(set.id())
                .param(set.owner())
                .param(String.join(" ", set.venues()))
                .param(JSON.writeValueAsString(set.order()))
                .param(set.state().code())
                .param(set.progress().done())
                .param(set.progress().total())
                .param(set.progress().made())
                .param(set.version())
                .param(set.title())
                .param(set.createdAt().toEpochMilli())
                .param(set.changedAt().toEpochMilli())
                .update());
  }

  @Override
  public boolean progress(String id, Progress progress) {
    return inTransaction(
            () ->
                jdbc.sql(
                        "UPDATE item_set SET done = ?, total = ?, made = ? WHERE id = ? AND state = ?")
                    .param(progress.done())
                    .param(progress.total())
                    .param(progress.made())
                    .param(id)
                    .param(State.MAKING.code())
                    .update())
        == 1;
  }

  @Override
  public boolean finish(String id, State state, Made made, Instant at) {
    return inTransaction(
        () -> {
          boolean ended =
              jdbc.sql(
                          """
                          UPDATE item_set
                          SET state = ?, version = 1, changed_at = ?, model_work = ?, refusals = ?
                          WHERE id = ? AND state = ?
                          """)
                      .param(state.code())
                      .param(at.toEpochMilli())
                      .param(
                          made.modelWork().equals(ModelWork.NONE)
                              ? null
                              : JSON.writeValueAsString(made.modelWork()))
                      .param(JSON.writeValueAsString(made.refusals()))
                      .param(id)
                      .param(State.MAKING.code())
                      .update()
                  == 1;
          if (ended) {
            Row set = row(id).orElseThrow();
            List<Integer> order = made.slots().stream().map(Slot::number).toList();
            layout(id, 1, set.title(), order, set.owner(), at);
            made.slots().forEach(slot -> insert(id, 1, slot));
          }
          return ended;
        });
  }

  @Override
  public boolean delete(String id, Instant at) {
    return inTransaction(
        () -> {
          boolean kept =
              jdbc.sql(
                          """
                          UPDATE item_set
                          SET deleted_at = ?, state = ?, title = '', wanted = '', model_work = NULL,
                            refusals = NULL
                          WHERE id = ? AND deleted_at IS NULL
                          """)
                      .param(at.toEpochMilli())
                      .param(State.CANCELLED.code())
                      .param(id)
                      .update()
                  == 1;
          jdbc.sql("DELETE FROM item_slot WHERE set_id = ?").param(id).update();
          jdbc.sql("DELETE FROM item_set_layout WHERE set_id = ?").param(id).update();
          return kept;
        });
  }

  @Override
  public boolean deleted(String id) {
    return inTransaction(
        () ->
            jdbc.sql("SELECT count(*) FROM item_set WHERE id = ? AND deleted_at IS NOT NULL")
                    .param(id)
                    .query(Integer.class)
                    .single()
                == 1);
  }

  @Override
  public Optional<ItemSet> find(String id) {
    return inTransaction(() -> row(id).map(row -> whole(row, row.version())));
  }

  @Override
  public Optional<ItemSet> find(String id, int version) {
    return inTransaction(
        () ->
            row(id)
                .filter(row -> version >= 1 && version <= row.version())
                .map(row -> whole(row, version)));
  }

  @Override
  public List<Version> versions(String id) {
    return inTransaction(
        () ->
            jdbc.sql(
                    """
                    SELECT version, changed_by, changed_at FROM item_set_layout
                    WHERE set_id = ? ORDER BY version DESC
                    """)
                .param(id)
                .query(
                    (row, at) ->
                        new Version(
                            row.getInt(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .list());
  }

  @Override
  public List<ItemSet> of(String owner, int most) {
    return inTransaction(
        () ->
            jdbc
                .sql(
                    SET
                        + "WHERE owner = ? AND deleted_at IS NULL ORDER BY created_at DESC, id LIMIT ?")
                .param(owner)
                .param(most)
                .query(Row.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .map(row -> row.with(row.title(), List.of(), row.version(), row.changedAt()))
                .toList());
  }

  @Override
  public int begunSince(String owner, Instant since) {
    return inTransaction(
        () ->
            jdbc.sql("SELECT count(*) FROM item_set WHERE owner = ? AND created_at >= ?")
                .param(owner)
                .param(since.toEpochMilli())
                .query(Integer.class)
                .single());
  }

  @Override
  public Optional<Integer> change(
      String id,
      int expected,
      String title,
      List<Integer> order,
      List<Slot> changed,
      String by,
      Instant at) {
    return inTransaction(
        () -> {
          int next = expected + 1;
          boolean current =
              jdbc.sql(
                          """
                          UPDATE item_set SET version = ?, title = ?, changed_at = ?
                          WHERE id = ? AND version = ? AND state <> ? AND deleted_at IS NULL
                          """)
                      .param(next)
                      .param(title)
                      .param(at.toEpochMilli())
                      .param(id)
                      .param(expected)
                      .param(State.MAKING.code())
                      .update()
                  == 1;
          if (!current) {
            return Optional.empty();
          }
          layout(id, next, title, order, by, at);
          changed.forEach(slot -> insert(id, next, slot));
          return Optional.of(next);
        });
  }

  private void layout(
      String id, int version, String title, List<Integer> order, String by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO item_set_layout (set_id, version, title, slots, changed_by, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(version)
        .param(title)
        .param(order.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .param(by)
        .param(at.toEpochMilli())
        .update();
  }

  private void insert(String id, int version, Slot slot) {
    jdbc.sql("INSERT INTO item_slot (set_id, slot, version, content) VALUES (?, ?, ?, ?)")
        .param(id)
        .param(slot.number())
        .param(version)
        .param(JSON.writeValueAsString(slot))
        .update();
  }

  private Optional<Row> row(String id) {
    return jdbc.sql(SET + "WHERE id = ? AND deleted_at IS NULL")
        .param(id)
        .query(Row.class)
        .optional();
  }

  private ItemSet whole(Row row, int version) {
    if (version == 0) {
      return row.with(row.title(), List.of(), 0, row.changedAt());
    }
    Layout layout =
        jdbc.sql(
                "SELECT title, slots, changed_at FROM item_set_layout WHERE set_id = ? AND version = ?")
            .param(row.id())
            .param(version)
            .query(Layout.class)
            .single();
    List<Integer> order = layout.order();
    List<Slot> slots =
        jdbc
            .sql(
                """
                SELECT content FROM item_slot s WHERE set_id = ? AND version = (
                  SELECT max(version) FROM item_slot t
                  WHERE t.set_id = s.set_id AND t.slot = s.slot AND t.version <= ?)
                """)
            .param(row.id())
            .param(version)
            .query(String.class)
            .list()
            .stream()
            .map(content -> JSON.readValue(content, Slot.class))
            .filter(slot -> order.contains(slot.number()))
            .sorted(Comparator.comparingInt(slot -> order.indexOf(slot.number())))
            .toList();
    return row.with(layout.title(), slots, version, layout.changedAt());
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (DataAccessException | TransactionException e) {
      throw new LedgerFailureException(e, false);
    }
  }

  private record Layout(String title, String slots, long changedAt) {
    List<Integer> order() {
      return slots.isEmpty()
          ? List.of()
          : Arrays.stream(slots.split(",")).map(Integer::valueOf).toList();
    }
  }

  private record Row(
      String id,
      String owner,
      String venues,
      String wanted,
      String state,
      int done,
      int total,
      int made,
      int version,
      String title,
      long createdAt,
      long changedAt,
      @Nullable String modelWork,
      @Nullable String refusals) {

    ItemSet with(String titleThen, List<Slot> slots, int versionThen, long changedThen) {
      return new ItemSet(
          id,
          owner,
          venues.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(venues.split(" "))),
          JSON.readValue(wanted, Order.class),
          State.valueOf(state.toUpperCase(Locale.ROOT)),
          new Progress(done, total, made),
          versionThen,
          titleThen,
          slots,
          Instant.ofEpochMilli(createdAt),
          Instant.ofEpochMilli(changedThen),
          modelWork == null ? ModelWork.NONE : modelWork(JSON.readTree(modelWork)),
          refusals == null ? Refusals.NONE : JSON.readValue(refusals, Refusals.class));
    }

    private static ModelWork modelWork(JsonNode work) {
      if (work.has("models")) {
        return JSON.treeToValue(work, ModelWork.class);
      }
      // Written when all was counted under the first model's name.
      ModelWork.Part part = JSON.treeToValue(work, ModelWork.Part.class);
      int unanswered = part.failures().values().stream().mapToInt(Integer::intValue).sum();
      return new ModelWork(
          "",
          List.of(
              new ModelWork.Part(
                  part.model(),
                  part.sections() - unanswered,
                  part.drafts(),
                  part.flaws(),
                  part.failures())),
          part.sections(),
          unanswered,
          null);
    }
  }
}
