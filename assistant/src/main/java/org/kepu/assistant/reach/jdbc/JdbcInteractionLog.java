package org.kepu.assistant.reach.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as a table; texts stand in a table of their own and can be deleted without it. */
public final class JdbcInteractionLog implements InteractionLog {

  private final JdbcClient jdbc;

  public JdbcInteractionLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void append(Interaction interaction) {
    int inserted =
        jdbc.sql(
                """
                INSERT INTO interaction (
                  event_id, at, type, conversation_id, answer_id, channel, venue, exhibit, audience,
                  locale, outcome, grounded, citations, generated_by, corpus_version,
                  first_sentence_ms, total_ms, vote, schema_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param(interaction.eventId().toString())
            .param(interaction.at().toEpochMilli())
            .param(interaction.type().name().toLowerCase(Locale.ROOT))
            .param(interaction.conversationId())
            .param(interaction.answerId())
            .param(code(interaction.channel()))
            .param(interaction.venue())
            .param(interaction.exhibit())
            .param(code(interaction.audience()))
            .param(interaction.locale())
            .param(code(interaction.outcome()))
            .param(interaction.grounded())
            .param(String.join(" ", interaction.citations()))
            .param(interaction.generatedBy())
            .param(interaction.corpusVersion())
            .param(interaction.firstSentenceMs())
            .param(interaction.totalMs())
            .param(interaction.vote())
            .param(Interaction.SCHEMA_VERSION)
            .update();
    if (inserted == 1 && interaction.text() != null) {
      jdbc.sql("INSERT INTO interaction_text (event_id, text) VALUES (?, ?)")
          .param(interaction.eventId().toString())
          .param(interaction.text())
          .update();
    }
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return switch (value) {
      case null -> null;
      case Outcome outcome -> outcome.code();
      default -> value.name().toLowerCase(Locale.ROOT);
    };
  }
}
