package org.kepu.assistant.config;

import java.util.List;
import java.util.SortedMap;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.search.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the index live that was live before, instead of starting the service: a command of its own,
 * not a setting, which would step back at every start.
 */
public final class StepBack {

  private static final Logger log = LoggerFactory.getLogger(StepBack.class);
  private static final String OPTION = "--kepu.index.step-back";

  private StepBack() {}

  /** Whether the command line asks for it. */
  public static boolean asked(String... arguments) {
    return List.of(arguments).contains(OPTION);
  }

  /**
   * Steps back in the folder that the settings name; no service may be running on it.
   *
   * @return 0 if an earlier index is live now, 1 if there is none
   */
  public static int run(String... arguments) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(
                Home.class, StorageConfiguration.class, KnowledgeConfiguration.class)
            .web(WebApplicationType.NONE)
            // Nothing but the index, the catalogue and what they need.
            .lazyInitialization(true)
            .run(arguments)) {
      return stepBack(context.getBean(PassageIndex.class), context.getBean(Catalog.class));
    }
  }

  private static int stepBack(PassageIndex index, Catalog catalog) {
    if (!index.stepBack()) {
      log.error("There is no earlier index to step back to; nothing was changed");
      return 1;
    }
    try (Generation live = index.live().orElseThrow()) {
      SortedMap<String, String> documents = live.documents();
      if (!documents.isEmpty()) {
        catalog.makeCurrent(documents);
      }
      log.info(
          "Stepped back to the index of {} documents, {} passages; the same command returns",
          documents.size(),
          live.size());
    }
    return 0;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({HomeSettings.class, DatabaseSettings.class, SearchSettings.class})
  static class Home {}
}
