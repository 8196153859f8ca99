package org.kepu.assistant.reach.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
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

/** What the log in a database does, on each engine. */
abstract class JdbcInteractionLogContract {

  private static final UUID EVENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0198a000-0000-7000-8000-000000000002");
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123Z");

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final InteractionLog log;

  JdbcInteractionLogContract(TestDatabase database) {
    this.database = database;
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
        .containsEntry("occurred_at", NOON.minusSeconds(60).toEpochMilli())
        .containsEntry("device_at", NOON.minusSeconds(7260).toEpochMilli())
        .containsEntry("type", "question")
        .containsEntry("conversation_id", "conversation")
        .containsEntry("parent_conversation_id", "parent")
        .containsEntry("answer_id", "answer")
        .containsEntry("visitor_key", null)
        .containsEntry("channel", "kiosk")
        .containsEntry("terminal", "kiosk-1")
        .containsEntry("venue", "milu")
        .containsEntry("hall", "hall-2")
        .containsEntry("exhibit", "milu-01")
        .containsEntry("activity", "open-day")
        .containsEntry("programme", "science-week")
        .containsEntry("audience", "child")
        .containsEntry("region", "beijing")
        .containsEntry("locale", "zh-CN")
        .containsEntry("flags", "test offline")
        .containsEntry("turn", 3)
        .containsEntry("text_key", "key")
        .containsEntry("intent", "knowledge")
        .containsEntry("outcome", "no_source")
        .containsEntry("citations", "a@sha256:1 b@sha256:2")
        .containsEntry("topics", "milu wetlands")
        .containsEntry("generated_by", "extractive")
        .containsEntry("prompt_version", "answer-v1")
        .containsEntry("corpus_version", "generation")
        .containsEntry("vote", "up")
        .containsEntry("reason", "reset")
        .containsEntry("schema_version", Interaction.SCHEMA_VERSION);
  }

  @Test
  void whatIsReadIsWhatWasAppendedWithoutItsText() {
    Interaction appended = full(EVENT, "麋鹿吃什么？");
    log.append(appended);
    List<Interaction> read = new ArrayList<>();

    log.read(NOON.minusSeconds(60), NOON, read::add);
    log.read(NOON.minusSeconds(3600), NOON.minusSeconds(60), read::add);

    assertThat(read).containsExactly(appended.withText(null, "key"));
  }

  @Test
  void recordsAreReadInTheOrderInWhichTheyOccurred() {
    Interaction late =
        Interaction.failure(EVENT, NOON.plusSeconds(1), "conversation", "answer", Outcome.ERROR);
    log.append(late);
    log.append(full(OTHER, null));
    List<UUID> read = new ArrayList<>();

    log.read(Instant.EPOCH, NOON.plusSeconds(10), record -> read.add(record.eventId()));

    assertThat(read).containsExactly(OTHER, EVENT);
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
    assertThat(log.append(full(EVENT, "麋鹿吃什么？"))).isTrue();
    assertThat(log.append(full(EVENT, "另一个问题？"))).isFalse();

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
        new DeviceTime(NOON.minusSeconds(7260), Duration.ofHours(2)),
        Interaction.Type.QUESTION,
        "conversation",
        "answer",
        new Scene(
            "parent",
            null,
            Channel.KIOSK,
            "kiosk-1",
            "milu",
            "hall-2",
            "milu-01",
            "open-day",
            "science-week",
            Audience.CHILD,
            "beijing",
            "zh-CN",
            Set.of(Flag.OFFLINE, Flag.TEST)),
        3,
        text,
        "key",
        new Ending(
            Outcome.NO_SOURCE,
            Intent.KNOWLEDGE,
            true,
            List.of("a@sha256:1", "b@sha256:2"),
            List.of("milu", "wetlands"),
            "extractive",
            "answer-v1",
            "generation",
            7L,
            9L),
        "up",
        "reset",
        Duration.ofSeconds(90));
  }
}
