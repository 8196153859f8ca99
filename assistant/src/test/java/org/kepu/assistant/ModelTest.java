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

/** A test of the one running service that asks {@link #MODEL}, which all such tests share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Assistant.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "kepu.chat.questions-per-minute=100000")
@ContextConfiguration(initializers = ModelTest.Setup.class)
public @interface ModelTest {

  /** The model that the service asks; it lives as long as the tests' process. */
  FakeModel MODEL = new FakeModel();

  /** Gives the service a home with the starter collection indexed, and a model. */
  final class Setup implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(MODEL.settings())
          .and("kepu.home=" + IndexedHome.named("model"))
          .applyTo(context);
    }
  }
}
