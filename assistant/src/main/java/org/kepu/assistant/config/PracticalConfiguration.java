package org.kepu.assistant.config;

import java.time.InstantSource;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.practical.PracticalAnswerer;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is known of the venues. */
@Configuration(proxyBeanMethods = false)
class PracticalConfiguration {

  @Bean
  DirectAnswerer practicalAnswerer(
      KnowledgeBase knowledge, HomeSettings home, MessageSource messages, InstantSource clock) {
    return new PracticalAnswerer(
        knowledge, VenueCards.of(home.home().resolve("venues.yaml")), messages, clock);
  }
}
