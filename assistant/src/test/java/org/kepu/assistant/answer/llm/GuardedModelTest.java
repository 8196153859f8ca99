package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.BROKEN;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.BUSY;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.OVER_BUDGET;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.REFUSED;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.RESTING;
import static org.kepu.assistant.answer.llm.ModelFailureException.Kind.SILENT;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A model is asked only while it works, has room and is paid for. */
class GuardedModelTest {

  /** What a prompt of 4 characters and at most 100 to write may cost, another try included. */
  private static final long SET_ASIDE = 2 * (4 + 100);

  private final Deque<Object> script = new ArrayDeque<>();
  private final ScriptedModel model = new ScriptedModel();
  private final SqliteDatabase database;
  private final JdbcClient jdbc;

  GuardedModelTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = database.jdbc();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatItWritesComesThroughAndIsSettledAtItsCost() throws InterruptedException {
    script.addAll(List.of("麋鹿", "吃草。", ""));

    assertThat(read(guarded(8, 6))).isEqualTo("麋鹿吃草。");
    assertThat(used()).isEqualTo(7);
    assertThat(reserved()).isZero();
  }

  @Test
  void aModelThatBreaksBeforeItsFirstWordsIsAskedOnceMore() throws InterruptedException {
    script.addAll(List.of(BROKEN, "麋鹿。", ""));

    assertThat(read(guarded(8, 6))).isEqualTo("麋鹿。");
    assertThat(model.asked).isEqualTo(2);
    assertThat(used()).as("both tries").isEqualTo(14);
  }

  @Test
  void aModelThatBreaksTwiceIsNotAskedAThirdTime() {
    script.addAll(List.of(BROKEN, BROKEN, "麋鹿。", ""));

    assertFails(guarded(8, 6), BROKEN);
    assertThat(model.asked).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BROKEN")
  void whereAskingAgainIsOfNoUseItIsNotDone(Kind kind) {
    script.addAll(List.of(kind, "麋鹿。", ""));

    assertFails(guarded(8, 6), kind);
    assertThat(model.asked).isEqualTo(1);
  }

  @Test
  void aModelThatBreaksAfterItsFirstWordsIsNotAskedAgain() {
    script.addAll(List.of("麋鹿", BROKEN, "大熊猫。", ""));

    assertFails(guarded(8, 6), BROKEN);
    assertThat(model.asked).isEqualTo(1);
  }

  @Test
  void aModelThatFailsTooOftenIsLeftAlone() {
    script.addAll(List.of(SILENT, REFUSED, "麋鹿。", ""));
    GuardedModel guarded = guarded(8, 2);
    assertFails(guarded, SILENT);
    assertFails(guarded, REFUSED);

    assertFails(guarded, RESTING);
    assertThat(model.asked).isEqualTo(2);
  }

  @Test
  void theFailuresOfOneWhoAsksSilenceNobodyElse() throws InterruptedException {
    script.addAll(List.of(SILENT, REFUSED, "麋鹿。", ""));
    GuardedModel items = guarded(8, 2);
    GuardedModel answers = guarded(8, 2);
    assertFails(items, SILENT);
    assertFails(items, REFUSED);

    assertFails(items, RESTING);
    assertThat(read(answers)).isEqualTo("麋鹿。");
  }

  @Test
  void visitorsWhoLeaveSayNothingAboutTheModel() throws InterruptedException {
    script.addAll(List.of("麋", "麋", "麋", "麋", "麋", ""));
    GuardedModel guarded = guarded(1, 2);
    for (int i = 0; i < 4; i++) {
      try (ModelStream stream = write(guarded)) {
        assertThat(stream.next()).hasValue("麋");
      }
    }

    assertThat(read(guarded)).isEqualTo("麋");
  }

  @Test
  void noMoreAnswersAreWithItThanItHasRoomFor() throws InterruptedException {
    script.addAll(List.of("麋", "鹿", "吃", ""));
    GuardedModel guarded = guarded(1, 6);
    try (ModelStream stream = write(guarded)) {
      assertThat(stream.next()).hasValue("麋");
      assertFails(guarded, BUSY);
    }

    assertThat(read(guarded)).isEqualTo("鹿吃");
  }

  @Test
  void withoutBudgetItIsNotAskedAndThePlaceIsGivenBack() throws InterruptedException {
    script.addAll(List.of("麋鹿。", "", "吃草。", ""));
    GuardedModel guarded = guarded(1, 6, SET_ASIDE);
    assertThat(read(guarded)).isEqualTo("麋鹿。");

    assertFails(guarded, OVER_BUDGET);
    assertFails(guarded, OVER_BUDGET);
    assertThat(model.asked).isEqualTo(1);
  }

  private GuardedModel guarded(int concurrency, int failuresToRest) {
    return guarded(concurrency, failuresToRest, 0);
  }

  private GuardedModel guarded(int concurrency, int failuresToRest, long limit) {
    return new GuardedModel(
        model,
        TestSettings.resting(concurrency, failuresToRest),
        new JdbcSpending(jdbc, InstantSource.system(), limit));
  }

  private static ModelStream write(LanguageModel model) {
    return model.write(new Prompt("test", "ab", "cd"), Deadlines.from(TestSettings.patient()));
  }

  private static String read(LanguageModel model) throws InterruptedException {
    StringBuilder text = new StringBuilder();
    try (ModelStream stream = write(model)) {
      for (Optional<String> words = stream.next(); words.isPresent(); words = stream.next()) {
        text.append(words.get());
      }
    }
    return text.toString();
  }

  private static void assertFails(LanguageModel model, Kind kind) {
    assertThatThrownBy(() -> read(model))
        .isInstanceOfSatisfying(
            ModelFailureException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private long used() {
    return jdbc.sql("SELECT used FROM model_spending").query(Long.class).single();
  }

  private long reserved() {
    return jdbc.sql("SELECT reserved FROM model_spending").query(Long.class).single();
  }

  /** Plays the script: words, failures, and its end where the words are empty. */
  private final class ScriptedModel implements LanguageModel {

    private int asked;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public ModelStream write(Prompt prompt, Deadlines deadlines) {
      asked++;
      return new ModelStream() {
        @Override
        public Optional<String> next() {
          return switch (script.remove()) {
            case Kind kind -> throw new ModelFailureException(kind, "As the script says", null);
            case Object words -> Optional.of(words.toString()).filter(text -> !text.isEmpty());
          };
        }

        @Override
        public Usage usage() {
          return new Usage(4, 3);
        }

        @Override
        public void close() {}
      };
    }
  }
}
