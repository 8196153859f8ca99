package org.kepu.assistant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A test of the one running service, on a port of its own, that all such tests share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Assistant.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // All tests come from one address. Tests of a service with metrics want its metrics.
    properties = {
      "kepu.chat.questions-per-minute=100000",
      "management.prometheus.metrics.export.enabled=true",
      "kepu.kiosk.operator-code=204857"
    })
@ContextConfiguration(initializers = ServiceTest.SharedHome.class)
public @interface ServiceTest {

  /** Gives the service a home with the starter collection indexed. */
  final class SharedHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of("kepu.home=" + IndexedHome.named("shared")).applyTo(context);
    }
  }
}
