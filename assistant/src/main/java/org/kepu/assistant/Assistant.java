package org.kepu.assistant;

import org.kepu.assistant.config.Recount;
import org.kepu.assistant.config.StepBack;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/** Starts the service, or steps back to the index before, or counts again. */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {"org.kepu.assistant.config", "org.kepu.assistant.web"})
public class Assistant {

  /** What the build made of this class: it puts the service together without looking around. */
  private static final String PUT_TOGETHER =
      "org.kepu.assistant.Assistant__ApplicationContextInitializer";

  public static void main(String[] args) {
    if (StepBack.asked(args)) {
      System.exit(StepBack.run(args));
    }
    if (Recount.asked(args)) {
      System.exit(Recount.run(args));
    }
    if (SpringProperties.checkFlag(AotDetector.AOT_ENABLED) == null && putTogether()) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
    SpringApplication.run(Assistant.class, args);
  }

  /**
   * Whether this is the jar, which has a version, as the build made it. Beside classes that were
   * just compiled may lie what an earlier build made of others.
   */
  private static boolean putTogether() {
    return Assistant.class.getPackage().getImplementationVersion() != null
        && ClassUtils.isPresent(PUT_TOGETHER, Assistant.class.getClassLoader());
  }
}
