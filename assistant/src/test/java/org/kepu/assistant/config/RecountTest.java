package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.reach.count.Rollup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recount opens what is recorded by itself, without the service. */
class RecountTest {

  @Test
  void nothingRecordedIsEqual(@TempDir Path home) {
    assertThat(Recount.run("--kepu.home=" + home)).isZero();
  }

  @Test
  void aSumThatIsNoneIsTold(@TempDir Path home) {
    String where = "--kepu.home=" + home;
    try (ConfigurableApplicationContext records = Records.open(where)) {
      records.getBean(Rollup.class).update();
      records
          .getBean(JdbcClient.class)
          .sql("INSERT INTO rollup_day (day, counted_at) VALUES ('2026-05-20', 0)")
          .update();
      records
          .getBean(JdbcClient.class)
          .sql("INSERT INTO rollup_day_sum VALUES ('total', '2026-05-20', '', '', 'visit', 7)")
          .update();
    }

    assertThat(Recount.run(where)).isEqualTo(1);
  }
}
