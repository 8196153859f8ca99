package org.kepu.assistant.reach.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcInteractionLogTest {

  private static final UUID EVENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123Z");

  private final SqliteDatabase database;
  private final JdbcClient jdbc;
  private final InteractionLog log;

  JdbcInteractionLogTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = JdbcClient.create(database.pool());
    log = new JdbcInteractionLog(jdbc);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void anInteractionIsKeptInTheWordsOfTheMetricsDictionary() {
    log.append(full(EVENT, "麋鹿吃什么？"));

    assertThat(row("SELECT * FROM interaction"))
        .containsEntry("event_id", EVENT.toString())
        .containsEntry("at", NOON.toEpochMilli())
        .containsEntry("type", "question")
        .containsEntry("conversation_id", "conversation")
        .containsEntry("answer_id", "answer")
        .containsEntry("channel", "kiosk")
        .containsEntry("venue", "milu")
        .containsEntry("exhibit", "milu-01")
        .containsEntry("audience", "child")
        .containsEntry("locale", "zh-CN")
        .containsEntry("outcome", "no_source")
        .containsEntry("grounded", 1)
        .containsEntry("citations", "a@sha256:1 b@sha256:2")
        .containsEntry("generated_by", "extractive")
        .containsEntry("corpus_version", "generation")
        .containsEntry("first_sentence_ms", 7)
        .containsEntry("total_ms", 9)
        .containsEntry("vote", "up")
        .containsEntry("schema_version", Interaction.SCHEMA_VERSION);
  }

  @Test
  void theTextStandsApartSoThatItCanBeDeletedAlone() {
    log.append(full(EVENT, "麋鹿吃什么？"));

    assertThat(row("SELECT * FROM interaction_text"))
        .containsEntry("event_id", EVENT.toString())
        .containsEntry("text", "麋鹿吃什么？");
    jdbc.sql("DELETE FROM interaction_text").update();
    assertThat(count("interaction")).isEqualTo(1);
  }

  @Test
  void theSameEventAppendedAgainChangesNothing() {
    log.append(full(EVENT, "麋鹿吃什么？"));
    log.append(full(EVENT, "另一个问题？"));

    assertThat(count("interaction")).isEqualTo(1);
    assertThat(row("SELECT text FROM interaction_text")).containsEntry("text", "麋鹿吃什么？");
  }

  @Test
  void anEventAppendedAgainDoesNotBringADeletedTextBack() {
    log.append(full(EVENT, "麋鹿吃什么？"));
    jdbc.sql("DELETE FROM interaction_text").update();

    log.append(full(EVENT, "麋鹿吃什么？"));

    assertThat(count("interaction_text")).isZero();
  }

  @Test
  void whatDoesNotApplyStaysEmpty() {
    log.append(Interaction.failure(EVENT, NOON, "conversation", "answer", Outcome.CANCELLED));

    assertThat(row("SELECT * FROM interaction"))
        .containsEntry("type", "answer")
        .containsEntry("outcome", "cancelled")
        .containsEntry("citations", "")
        .containsEntry("channel", null)
        .containsEntry("audience", null)
        .containsEntry("grounded", null)
        .containsEntry("total_ms", null);
    assertThat(count("interaction_text")).isZero();
  }

  private Map<String, @Nullable Object> row(String sql) {
    return jdbc.sql(sql).query().singleRow();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static Interaction full(UUID eventId, @Nullable String text) {
    return new Interaction(
        eventId,
        NOON,
        Interaction.Type.QUESTION,
        "conversation",
        "answer",
        Channel.KIOSK,
        "milu",
        "milu-01",
        Audience.CHILD,
        "zh-CN",
        text,
        Outcome.NO_SOURCE,
        true,
        List.of("a@sha256:1", "b@sha256:2"),
        "extractive",
        "generation",
        7L,
        9L,
        "up");
  }
}
