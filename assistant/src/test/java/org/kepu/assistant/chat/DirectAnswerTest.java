package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.guard.Guard;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.kepu.assistant.register.QuestionLanguage;
import org.kepu.assistant.register.Readings;
import org.kepu.assistant.register.Wording;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.NotReadyException;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is indexed here: whatever searches fails. */
class DirectAnswerTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

  @TempDir private Path folder = Path.of("");
  private final List<SqliteDatabase> opened = new ArrayList<>();

  @AfterEach
  void closeDatabases() {
    opened.forEach(SqliteDatabase::close);
  }

  @Test
  void aDirectAnswerSkipsTheSearchAndIsLoggedWithoutAnIndex() {
    DirectAnswerer direct =
        (question, out) -> {
          out.accept(new Sentence(0, "算好了。", List.of()));
          return Optional.of(new Verdict(Outcome.ANSWERED, Verdict.COMPUTED));
        };

    Answer answer = Objects.requireNonNull(chat(direct).answer(request()).block());

    assertThat(answer.text()).isEqualTo("算好了。");
    assertThat(answer.generatedBy()).isEqualTo("computed");
    assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void otherQuestionsAreSearchedFor() {
    assertThatThrownBy(() -> chat(DirectAnswerer.NONE).answer(request()).block())
        .isInstanceOf(NotReadyException.class);
  }

  private static ChatRequest request() {
    return new ChatRequest(
        new Question("今天几点日落", Channel.API, null, null, Audience.GENERAL, Language.SIMPLIFIED),
        null,
        null);
  }

  private ChatService chat(DirectAnswerer direct) {
    SqliteDatabase database = new SqliteDatabase(folder);
    opened.add(database);
    JdbcClient jdbc = database.jdbc();
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    KnowledgeBase knowledge = Articles.catalogued(folder);
    return new ChatService(
        knowledge,
        Guard.OPEN,
        new Context(Names.NONE, exhibit -> Optional.empty()),
        direct,
        (question, findings, out) -> {
          throw new AssertionError("Nothing was found, so nobody answers from it");
        },
        new JdbcTurnLedger(
            jdbc, database.transactions(), new JdbcInteractionLog(jdbc), CLOCK, "node"),
        new ChatSettings(0.3, 0, 240, 1000, Duration.ZERO),
        new Wording(new QuestionLanguage(EnglishGlossary.NONE), new Readings(List.of()), messages),
        new OpeningQuestions(knowledge, Halls.NONE),
        messages,
        new JsonMapper(),
        new SimpleMeterRegistry(),
        CLOCK);
  }
}
