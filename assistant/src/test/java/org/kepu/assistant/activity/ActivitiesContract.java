package org.kepu.assistant.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activities.Kept;
import org.kepu.assistant.activity.Activity.Form;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of activities and programmes, on each engine. */
abstract class ActivitiesContract {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");

  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  private final TestDatabase database;
  private final Activities activities;
  private Instant now = Instant.parse("2026-11-29T16:30:00Z");

  ActivitiesContract(TestDatabase database) {
    this.database = database;
    activities = new JdbcActivities(JdbcClient.create(database.pool()), () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theAcademysProgrammesAreThereFromTheStart() {
    assertThat(activities.programmes())
        .extracting(Programme::name)
        .containsExactlyInAnyOrder("科技周", "科普月", "自然学堂", "宇宙少年团", "乐享生物多样性", "京津冀科普行");
  }

  @Test
  void aProgrammeIsMadeRenamedAndClosedAndNoTwoHaveOneName() {
    assertThat(activities.keep(programme("night", "博物馆之夜", false, 0))).isEqualTo(Kept.KEPT);
    assertThat(activities.keep(programme("night", "博物馆奇妙夜", true, 1))).isEqualTo(Kept.KEPT);
    assertThat(activities.keep(programme("other", "博物馆奇妙夜", false, 0))).isEqualTo(Kept.NAME_TAKEN);
    assertThat(activities.keep(programme("other", "博物馆 \u200b奇妙夜", false, 0)))
        .as("another name")
        .isEqualTo(Kept.KEPT);
    for (String same : List.of("博物馆奇妙夜", "博物馆\u200b奇妙夜", "博物馆奇妙夜\u00a0")) {
      assertThat(activities.keep(programme("other", same, false, 1)))
          .as("renamed to “%s”", same)
          .isEqualTo(Kept.NAME_TAKEN);
    }

    assertThat(activities.programmes())
        .contains(new Programme("night", "博物馆奇妙夜", true, TODAY, 2))
        .hasSize(8);
  }

  @Test
  void aProgrammeIsClosedSinceTheDayItWasClosedOn() {
    activities.keep(programme("night", "博物馆之夜", true, 0));
    now = now.plus(Duration.ofDays(3));
    activities.keep(programme("night", "博物馆奇妙夜", true, 1));
    assertThat(programme("night").closedOn()).as("renamed since").isEqualTo(TODAY);

    activities.keep(programme("night", "博物馆奇妙夜", false, 2));
    assertThat(programme("night").closedOn()).as("opened again").isNull();

    activities.keep(programme("night", "博物馆奇妙夜", true, 3));
    assertThat(programme("night").closedOn()).isEqualTo(TODAY.plusDays(3));
  }

  @Test
  void aProgrammeThatAnotherChangedIsNotOverwritten() {
    activities.keep(programme("night", "博物馆之夜", false, 0));
    activities.keep(programme("night", "博物馆奇妙夜", false, 1));

    for (int stale : List.of(Programme.NEW, 1, 7)) {
      assertThat(activities.keep(programme("night", "别的", false, stale)))
          .isEqualTo(Kept.CHANGED_MEANWHILE);
    }
    assertThat(activities.keep(programme("nobody", "没有", false, 1)))
        .isEqualTo(Kept.CHANGED_MEANWHILE);
    assertThat(programme("night").name()).isEqualTo("博物馆奇妙夜");
    assertThat(activities.programmes()).extracting(Programme::id).doesNotContain("nobody");
  }

  @Test
  void anActivityIsMadeChangedAndClosed() {
    assertThat(activities.keep(activity("kjz-1", "开幕", false, Activity.NEW), "wang")).isTrue();
    assertThat(activities.find("kjz-1")).contains(activity("kjz-1", "开幕", false, 1));

    assertThat(activities.keep(activity("kjz-1", "科技周开幕式", true, 1), "li")).isTrue();

    assertThat(activities.all()).containsExactly(activity("kjz-1", "科技周开幕式", true, 2));
    assertThat(activities.find("kjz-2")).isEmpty();
  }

  @Test
  void anActivityThatAnotherChangedIsNotOverwritten() {
    activities.keep(activity("kjz-1", "开幕", false, Activity.NEW), "wang");
    activities.keep(activity("kjz-1", "开幕式", false, 1), "li");

    for (int stale : List.of(Activity.NEW, 1, 7)) {
      assertThat(activities.keep(activity("kjz-1", "闭幕", true, stale), "wang")).isFalse();
    }
    assertThat(activities.keep(activity("kjz-9", "没有", false, 1), "wang")).isFalse();
    assertThat(activities.all()).containsExactly(activity("kjz-1", "开幕式", false, 2));
  }

  @Test
  void ofTwoWhoChangeOneAtTheSameTimeOneIsTold() throws Exception {
    activities.keep(activity("kjz-1", "开幕", false, Activity.NEW), "wang");
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> changes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Activity change = activity("kjz-1", "第 " + i + " 人", false, 1);
        changes.add(() -> activities.keep(change, "wang"));
      }
      int kept = 0;
      for (Future<Boolean> change : people.invokeAll(changes)) {
        kept += change.get() ? 1 : 0;
      }
      assertThat(kept).isEqualTo(1);
    }
    assertThat(activities.find("kjz-1").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void theLatestStandsFirst() {
    activities.keep(activity("a", "一", false, Activity.NEW), "wang");
    activities.keep(
        new Activity(
            "b",
            "二",
            "",
            "",
            "",
            "",
            DAY.plusDays(9),
            DAY.plusDays(9),
            "",
            Form.ONLINE,
            false,
            true,
            Activity.NEW),
        "wang");

    assertThat(activities.all()).extracting(Activity::id).containsExactly("b", "a");
  }

  @Test
  void anActivityThatEndsBeforeItBeginsIsNone() {
    assertThatThrownBy(
            () ->
                new Activity(
                    "a",
                    "一",
                    "",
                    "",
                    "",
                    "",
                    DAY,
                    DAY.minusDays(1),
                    "",
                    Form.BOTH,
                    false,
                    false,
                    0))
        .hasMessageContaining("before it begins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲\u0000", "\u0007", "甲\n乙", "\u2028", "甲\ud800", "\udc00乙"})
  void aControlCharacterOrHalfOfOneIsNoOneLine(String text) {
    assertThat(OneLine.offence(text)).hasValueSatisfying(it -> assertThat(it).startsWith("U+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "科技周（春）", "𠮷野家", "a\u00a0b", "क्\u200dष", "🦌"})
  void everythingElseIsOneLine(String text) {
    assertThat(OneLine.offence(text)).isEmpty();
  }

  private Programme programme(String id) {
    return activities.programmes().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Programme programme(String id, String name, boolean closed, int version) {
    return new Programme(id, name, closed, null, version);
  }

  private static Activity activity(String id, String name, boolean closed, int version) {
    return new Activity(
        id,
        name,
        "science-week",
        "milu",
        "hall-1",
        "",
        DAY,
        DAY.plusDays(2),
        "麋鹿苑、天文馆",
        Form.ON_SITE,
        closed,
        false,
        version);
  }
}
