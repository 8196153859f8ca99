package org.kepu.assistant.config;

import org.kepu.assistant.kiosk.KioskSettings;
import org.kepu.assistant.kiosk.OperatorDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terminals. */
@Configuration(proxyBeanMethods = false)
class KioskConfiguration {

  @Bean
  OperatorDoor operatorDoor(KioskSettings settings) {
    return new OperatorDoor(settings);
  }
}
