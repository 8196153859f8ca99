package org.kepu.assistant.config;

import com.zaxxer.hikari.HikariDataSource;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.report.ReportSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded, and what counts and reports it, without the service around it. */
public final class Records {

  private Records() {}

  /**
   * Opens the records that the settings name; whoever opens them closes them.
   *
   * @param arguments settings, as on the command line: {@code --name=value}
   */
  public static ConfigurableApplicationContext open(String... arguments) {
    return new SpringApplicationBuilder(
            Home.class,
            StorageConfiguration.class,
            ReachConfiguration.class,
            ReportConfiguration.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(arguments);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    DatabaseSettings.class,
    HomeSettings.class,
    ReachSettings.class,
    ReportSettings.class
  })
  static class Home {

    /** The service has it from Boot's own configuration, most of which is of no use here. */
    @Bean
    JdbcClient jdbcClient(HikariDataSource dataSource) {
      return JdbcClient.create(dataSource);
    }
  }
}
