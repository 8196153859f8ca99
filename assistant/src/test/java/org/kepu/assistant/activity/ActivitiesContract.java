package org.kepu.assistant.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activity.Form;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of activities and programmes, on each engine. */
abstract class ActivitiesContract {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");

  private final TestDatabase database;
  private final Activities activities;

  ActivitiesContract(TestDatabase database) {
    this.database = database;
    activities = new JdbcActivities(JdbcClient.create(database.pool()), () -> Instant.EPOCH);
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
    assertThat(activities.keep(new Programme("night", "博物馆之夜", false))).isTrue();
    assertThat(activities.keep(new Programme("night", "博物馆奇妙夜", true))).isTrue();
    assertThat(activities.keep(new Programme("other", "博物馆奇妙夜", false))).isFalse();

    assertThat(activities.programmes()).contains(new Programme("night", "博物馆奇妙夜", true)).hasSize(7);
  }

  @Test
  void anActivityIsMadeChangedAndClosed() {
    Activity made = activity("kjz-1", "开幕", false);
    activities.keep(made, "wang");
    assertThat(activities.find("kjz-1")).contains(made);

    Activity closed = activity("kjz-1", "科技周开幕式", true);
    activities.keep(closed, "li");

    assertThat(activities.all()).containsExactly(closed);
    assertThat(activities.find("kjz-2")).isEmpty();
  }

  @Test
  void theLatestStandsFirst() {
    activities.keep(activity("a", "一", false), "wang");
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
            true),
        "wang");

    assertThat(activities.all()).extracting(Activity::id).containsExactly("b", "a");
  }

  @Test
  void anActivityThatEndsBeforeItBeginsIsNone() {
    assertThatThrownBy(
            () ->
                new Activity(
                    "a", "一", "", "", "", "", DAY, DAY.minusDays(1), "", Form.BOTH, false, false))
        .hasMessageContaining("before it begins");
  }

  private static Activity activity(String id, String name, boolean closed) {
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
        false);
  }
}
