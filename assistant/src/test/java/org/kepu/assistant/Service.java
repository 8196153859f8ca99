package org.kepu.assistant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A service of a test's own, for what cannot be shared: its settings, its start, its end. */
public final class Service implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Service(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a service; settings are written as on the command line, without the dashes. */
  public static Service start(Path home, String... settings) {
    return startWith(context -> {}, home, settings);
  }

  /** Starts a service in a context that was prepared: a bean registered there replaces ours. */
  public static Service startWith(
      ApplicationContextInitializer<GenericApplicationContext> preparation,
      Path home,
      String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--kepu.home=" + home);
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    SpringApplication application =
        new SpringApplicationBuilder(Assistant.class)
            .initializers(preparation)
            .registerShutdownHook(false)
            .build();
    return new Service(application.run(arguments.toArray(String[]::new)));
  }

  public Client client() {
    return new Client(
        Objects.requireNonNull(
            context.getEnvironment().getProperty("local.server.port", Integer.class)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops it, as a signal to its process would. */
  @Override
  public void close() {
    context.close();
  }
}
