package org.kepu.assistant.config;

import java.time.InstantSource;
import org.kepu.assistant.reach.visitor.Salts;
import org.kepu.assistant.site.SiteSettings;
import org.kepu.assistant.site.SiteTokens;
import org.kepu.assistant.site.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which web sites may show the assistant. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

  @Bean
  Sites sites(SiteSettings settings, Salts salts, InstantSource clock) {
    return new Sites(
        settings,
        new SiteTokens(
            day -> salts.of(Salts.Purpose.SITE_TOKEN, day), settings.tokenLasts(), clock));
  }
}
