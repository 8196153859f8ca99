package org.kepu.assistant.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activity.Form;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a record leaves unsaid is known from its activity and, at a kiosk, from its venue. */
class OccasionsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");
  private static final Instant NOON = Instant.parse("2026-05-20T04:00:00Z");

  private final TestDatabase database;
  private final OccasionLog log;
  private final Activities activities;
  private final Occasions occasions;
  private Set<String> counted = Set.of();

  OccasionsTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    JdbcClient jdbc = JdbcClient.create(database.pool());
    activities = new JdbcActivities(jdbc, () -> Instant.EPOCH);
    occasions = new Occasions(activities, () -> counted, Map.of("milu", "北京市", "nature", "北京市"));
    log = new OccasionLog(new JdbcInteractionLog(jdbc), occasions);
  }

  @BeforeEach
  void activities() {
    activities.keep(activity("open-day", "milu", "hall-1", "", Form.ON_SITE), "wang");
    activities.keep(activity("walk", "", "", "天津市", Form.ON_SITE), "wang");
    activities.keep(activity("live", "milu", "", "", Form.ONLINE), "wang");
    occasions.refresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aQuestionAtAnActivityIsOfItsProgrammeItsHouseAndItsCity() {
    Scene kept = recorded(Scene.builder().channel(Channel.H5).activity("open-day").build());

    assertThat(kept.programme()).isEqualTo("science-week");
    assertThat(kept.venue()).isEqualTo("milu");
    assertThat(kept.hall()).isEqualTo("hall-1");
    assertThat(kept.region()).isEqualTo("北京市");
  }

  @Test
  void anActivityAwayFromTheHousesHasACityOfItsOwn() {
    Scene kept = recorded(Scene.builder().channel(Channel.H5).activity("walk").build());

    assertThat(kept.venue()).isNull();
    assertThat(kept.region()).isEqualTo("天津市");
  }

  @Test
  void whereAPageIsReadIsNotKnownWhateverHouseItIsAbout() {
    assertThat(recorded(Scene.builder().channel(Channel.WEB).venue("milu").build()).region())
        .isNull();
    assertThat(recorded(Scene.builder().channel(Channel.WEB).activity("live").build()).region())
        .isNull();
  }

  @Test
  void aKioskStandsInTheCityOfItsHouse() {
    assertThat(recorded(kiosk("nature", null)).region()).isEqualTo("北京市");
    assertThat(recorded(kiosk("elsewhere", null)).region()).isNull();
  }

  @Test
  void whatARecordSaysItselfStays() {
    Scene scene =
        Scene.builder()
            .channel(Channel.KIOSK)
            .venue("nature")
            .hall("dinosaurs")
            .activity("open-day")
            .programme("science-month")
            .build();

    Scene kept = recorded(scene);

    assertThat(kept.venue()).isEqualTo("nature");
    assertThat(kept.hall()).isEqualTo("dinosaurs");
    assertThat(kept.programme()).isEqualTo("science-month");
  }

  @Test
  void anActivityThatNobodyKnowsIsRecordedAsItCame() {
    Scene kept = recorded(Scene.builder().channel(Channel.WEB).activity("unknown").build());

    assertThat(kept.activity()).isEqualTo("unknown");
    assertThat(kept.programme()).isNull();
  }

  @Test
  void whoTakesPartInAnActivityWhoseHeadsAreReportedIsCovered() {
    counted = Set.of("open-day");
    Scene before = recorded(Scene.builder().channel(Channel.H5).activity("open-day").build());
    occasions.refresh();

    Scene after = recorded(Scene.builder().channel(Channel.H5).activity("open-day").build());

    assertThat(before.flags()).isEmpty();
    assertThat(after.flags()).containsExactly(Flag.COVERED_BY_ACTIVITY);
    assertThat(recorded(Scene.builder().activity("walk").build()).flags()).isEmpty();
    assertThat(recorded(Scene.builder().build()).flags()).isEmpty();
  }

  private static Scene kiosk(String venue, @Nullable String activity) {
    return Scene.builder().channel(Channel.KIOSK).venue(venue).activity(activity).build();
  }

  private Scene recorded(Scene scene) {
    log.append(
        Interaction.question(UUID.randomUUID(), NOON, "conversation", "answer", scene, "问题"));
    List<Interaction> read = new ArrayList<>();
    log.read(NOON, NOON.plusSeconds(1), read::add);
    return read.getLast().scene();
  }

  private static Activity activity(String id, String venue, String hall, String region, Form form) {
    return new Activity(
        id,
        "活动 " + id,
        "science-week",
        venue,
        hall,
        region,
        DAY,
        DAY,
        "",
        form,
        false,
        false,
        Activity.NEW);
  }
}
