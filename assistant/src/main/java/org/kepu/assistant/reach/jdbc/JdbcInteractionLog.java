package org.kepu.assistant.reach.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.DeviceTime;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as a table; texts stand in a table of their own and can be deleted without it. */
public final class JdbcInteractionLog implements InteractionLog {

  private final JdbcClient jdbc;

  public JdbcInteractionLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean append(Interaction interaction) {
    boolean isNew = insert(interaction);
    if (isNew && interaction.text() != null) {
      jdbc.sql("INSERT INTO interaction_text (event_id, text) VALUES (?, ?)")
          .param(interaction.eventId().toString())
          .param(interaction.text())
          .update();
    }
    return isNew;
  }

  private boolean insert(Interaction interaction) {
    Scene scene = interaction.scene();
    DeviceTime device = interaction.device();
    Ending ending = interaction.ending();
    return jdbc.sql(
                """
                INSERT INTO interaction (
                  event_id, at, occurred_at, device_at, device_offset_ms, type, conversation_id,
                  parent_conversation_id, answer_id, visitor_key, channel, terminal, venue, hall,
                  exhibit, activity, programme, audience, region, locale, flags, turn, text_key,
                  intent, outcome, grounded, citations, topics, generated_by, prompt_version,
                  corpus_version, first_sentence_ms, total_ms, vote, reason, active_ms,
                  schema_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param(interaction.eventId().toString())
            .param(interaction.at().toEpochMilli())
            .param(interaction.occurredAt().toEpochMilli())
            .param(device == null ? null : device.at().toEpochMilli())
            .param(device == null ? null : device.offset().toMillis())
            .param(interaction.type().code())
            .param(interaction.conversationId())
            .param(scene.parentConversationId())
            .param(interaction.answerId())
            .param(scene.visitorKey())
            .param(of(scene.channel(), Channel::code))
            .param(scene.terminal())
            .param(scene.venue())
            .param(scene.hall())
            .param(scene.exhibit())
            .param(scene.activity())
            .param(scene.programme())
            .param(of(scene.audience(), Audience::code))
            .param(scene.region())
            .param(scene.locale())
            .param(scene.flags().stream().map(Flag::code).collect(Collectors.joining(" ")))
            .param(interaction.turn())
            .param(interaction.textKey())
            .param(ending == null ? null : of(ending.intent(), Intent::code))
            .param(ending == null ? null : ending.outcome().code())
            .param(ending == null ? null : ending.grounded())
            .param(ending == null ? "" : String.join(" ", ending.citations()))
            .param(ending == null ? "" : String.join(" ", ending.topics()))
            .param(ending == null ? null : ending.generatedBy())
            .param(ending == null ? null : ending.promptVersion())
            .param(ending == null ? null : ending.corpusVersion())
            .param(ending == null ? null : ending.firstSentenceMs())
            .param(ending == null ? null : ending.totalMs())
            .param(interaction.vote())
            .param(interaction.reason())
            .param(of(interaction.active(), Duration::toMillis))
            .param(Interaction.SCHEMA_VERSION)
            .update()
        == 1;
  }

  @Override
  public void read(Instant from, Instant to, Consumer<Interaction> reader) {
    try (Stream<Interaction> records =
        jdbc
            .sql(
                """
                SELECT * FROM interaction WHERE occurred_at >= ? AND occurred_at < ?
                ORDER BY occurred_at, seq
                """)
            .param(from.toEpochMilli())
            .param(to.toEpochMilli())
            .query((row, number) -> interaction(row))
            .stream()) {
      records.forEach(reader);
    }
  }

  private static Interaction interaction(ResultSet row) throws SQLException {
    Long deviceAt = number(row, "device_at");
    Long offset = number(row, "device_offset_ms");
    Long turn = number(row, "turn");
    Long active = number(row, "active_ms");
    return new Interaction(
        UUID.fromString(row.getString("event_id")),
        Instant.ofEpochMilli(row.getLong("at")),
        deviceAt == null || offset == null
            ? null
            : new DeviceTime(Instant.ofEpochMilli(deviceAt), Duration.ofMillis(offset)),
        Interaction.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        row.getString("conversation_id"),
        row.getString("answer_id"),
        scene(row),
        turn == null ? null : turn.intValue(),
        null,
        row.getString("text_key"),
        ending(row),
        row.getString("vote"),
        row.getString("reason"),
        active == null ? null : Duration.ofMillis(active));
  }

  private static Scene scene(ResultSet row) throws SQLException {
    return new Scene(
        row.getString("parent_conversation_id"),
        row.getString("visitor_key"),
        constant(Channel.class, row.getString("channel")),
        row.getString("terminal"),
        row.getString("venue"),
        row.getString("hall"),
        row.getString("exhibit"),
        row.getString("activity"),
        row.getString("programme"),
        constant(Audience.class, row.getString("audience")),
        row.getString("region"),
        row.getString("locale"),
        words(row.getString("flags")).stream().map(Flag::of).collect(Collectors.toSet()));
  }

  private static @Nullable Ending ending(ResultSet row) throws SQLException {
    Outcome outcome = constant(Outcome.class, row.getString("outcome"));
    if (outcome == null) {
      return null;
    }
    boolean grounded = row.getBoolean("grounded");
    Boolean known = row.wasNull() ? null : Boolean.valueOf(grounded);
    return new Ending(
        outcome,
        constant(Intent.class, row.getString("intent")),
        known,
        words(row.getString("citations")),
        words(row.getString("topics")),
        row.getString("generated_by"),
        row.getString("prompt_version"),
        row.getString("corpus_version"),
        number(row, "first_sentence_ms"),
        number(row, "total_ms"));
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String code) {
    return code == null ? null : Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static <T, R> @Nullable R of(@Nullable T value, Function<T, R> part) {
    return value == null ? null : part.apply(value);
  }
}
