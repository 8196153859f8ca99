package org.kepu.assistant.config;

import java.time.InstantSource;
import org.kepu.assistant.wechat.CustomerService;
import org.kepu.assistant.wechat.Seal;
import org.kepu.assistant.wechat.WechatSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The academy's official account on WeChat. */
@Configuration(proxyBeanMethods = false)
class WechatConfiguration {

  @Bean
  Seal seal(WechatSettings settings, InstantSource clock) {
    return new Seal(settings, clock);
  }

  /** Made when the first answer is late. */
  @Bean
  @Lazy
  CustomerService customerService(WechatSettings settings) {
    return new CustomerService(settings);
  }
}
