package org.kepu.assistant.config;

import java.util.List;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.reach.count.Rollup.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Counts every figure again from the interaction log and says whether it equals what is shown,
 * instead of starting the service.
 */
public final class Recount {

  private static final Logger log = LoggerFactory.getLogger(Recount.class);
  private static final String OPTION = "--kepu.reach.recount";

  private Recount() {}

  /** Whether the command line asks for it. */
  public static boolean asked(String... arguments) {
    return List.of(arguments).contains(OPTION);
  }

  /**
   * Recounts what lies in the database that the settings name. What came in since the last count is
   * counted first, so that only errors differ.
   *
   * @return 0 if all is equal, 1 if something differs
   */
  public static int run(String... arguments) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(
                Home.class, StorageConfiguration.class, ReachConfiguration.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .run(arguments)) {
      return recount(context.getBean(Rollup.class));
    }
  }

  private static int recount(Rollup rollup) {
    rollup.update();
    List<Difference> differences = rollup.recount();
    differences.forEach(
        difference ->
            log.error(
                "differs: {}: kept {}, counted {}",
                difference.cell(),
                difference.kept(),
                difference.counted()));
    if (differences.isEmpty()) {
      log.info("equal");
      return 0;
    }
    log.error("{} figures differ from the log", differences.size());
    return 1;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({HomeSettings.class, DatabaseSettings.class, ReachSettings.class})
  static class Home {}
}
