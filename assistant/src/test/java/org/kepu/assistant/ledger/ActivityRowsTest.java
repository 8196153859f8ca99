package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Activity.Form;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.kepu.assistant.ledger.ActivityRows.Match;
import org.kepu.assistant.ledger.ActivityRows.Misfit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of tables are of activities, which they make where nobody did. */
class ActivityRowsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");

  private final TestDatabase database;
  private final Activities activities;
  private final ActivityRows rows;

  ActivityRowsTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    activities = new JdbcActivities(JdbcClient.create(database.pool()), () -> Instant.EPOCH);
    rows = new ActivityRows(activities);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anActivityThatNobodyKnowsIsMadeOfItsRowsAndLastsAsLongAsTheyDo() {
    Match match =
        match(
            row(Kind.OFFLINE, "kjz-1", "科技周", DAY.plusDays(2)),
            row(Kind.OFFLINE, "kjz-1", "科技周", DAY),
            row(Kind.ONLINE, "kjz-1", "科技周", DAY.plusDays(1)));
    rows.keep(match, "wang");

    assertThat(match.misfits()).isEmpty();
    assertThat(activities.all())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.first()).isEqualTo(DAY);
              assertThat(it.last()).isEqualTo(DAY.plusDays(2));
              assertThat(it.form()).isEqualTo(Form.BOTH);
              assertThat(it.programme()).isEqualTo("science-week");
              assertThat(it.fromTable()).isTrue();
            });
    assertThat(match(row(Kind.OFFLINE, "kjz-1", "科技周", DAY)).activities())
        .as("the same again")
        .isEmpty();
  }

  @Test
  void aProgrammeThatNobodyKnowsIsMadeOnce() {
    Match match =
        match(
            row(Kind.OFFLINE, "night-1", "博物馆之夜", DAY), row(Kind.OFFLINE, "night-2", "博物馆之夜", DAY));
    rows.keep(match, "wang");

    assertThat(match.programmes()).hasSize(1);
    assertThat(activities.all())
        .extracting(Activity::programme)
        .containsOnly(match.programmes().getFirst().id());
  }

  @Test
  void mediaAndBooksAreOfNoActivity() {
    assertThat(
            match(row(Kind.MEDIA, "video-1", "", DAY), row(Kind.BOOK, "978", "", DAY)).activities())
        .isEmpty();
  }

  @Test
  void whatDoesNotFitAnActivityThatSomebodySawToIsNamed() {
    activities.keep(activity("kjz-1", false), "wang");
    activities.keep(activity("kjz-2", true), "wang");

    Match match =
        match(
            row(Kind.OFFLINE, "kjz-1", "科技周", DAY),
            row(Kind.OFFLINE, "kjz-1", "", DAY),
            row(Kind.OFFLINE, "kjz-1", "科技周", DAY.plusDays(1)),
            row(Kind.OFFLINE, "kjz-1", "科普月", DAY),
            row(Kind.OFFLINE, "kjz-2", "科技周", DAY));

    assertThat(match.misfits())
        .containsExactly(
            new Misfit(2, "日期", "outside_activity", "2026-05-20 — 2026-05-20"),
            new Misfit(3, "项目", "another_programme", "科技周"),
            new Misfit(4, "编号", "activity_closed", "开幕"));
    assertThat(match.activities()).isEmpty();
  }

  @Test
  void whatChangesNothingFitsAClosedActivityToo() {
    activities.keep(activity("kjz-2", true), "wang");
    List<Entry> same = List.of(row(Kind.OFFLINE, "kjz-2", "科技周", DAY));

    assertThat(rows.match(same, List.of(Ledgers.Effect.SAME)).misfits()).isEmpty();
  }

  @Test
  void aTableThatWasOvertakenIsNotKept() {
    Match match = match(row(Kind.OFFLINE, "kjz-1", "科技周", DAY));
    activities.keep(activity("kjz-1", false), "li");

    assertThatThrownBy(() -> rows.keep(match, "wang"))
        .isInstanceOf(OvertakenException.class)
        .hasMessageContaining("hand it in again");
  }

  private Match match(Entry... entries) {
    return rows.match(List.of(entries), Collections.nCopies(entries.length, Ledgers.Effect.NEW));
  }

  private static Activity activity(String id, boolean closed) {
    return new Activity(
        id, "开幕", "science-week", "milu", "", "", DAY, DAY, "麋鹿苑", Form.ON_SITE, closed, false, 0);
  }

  private static Entry row(Kind kind, String item, String programme, LocalDate day) {
    return new Entry(
        kind, item, "开幕", programme, "milu", "麋鹿苑", day, Source.GATE, 100, Grade.B, "");
  }
}
