package org.kepu.assistant;

import org.kepu.assistant.config.Recount;
import org.kepu.assistant.config.StepBack;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or steps back to the index before, or counts again. */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {"org.kepu.assistant.config", "org.kepu.assistant.web"})
public class Assistant {

  public static void main(String[] args) {
    if (StepBack.asked(args)) {
      System.exit(StepBack.run(args));
    }
    if (Recount.asked(args)) {
      System.exit(Recount.run(args));
    }
    SpringApplication.run(Assistant.class, args);
  }
}
