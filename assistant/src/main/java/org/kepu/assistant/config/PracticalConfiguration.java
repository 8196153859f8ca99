package org.kepu.assistant.config;

import java.time.InstantSource;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.hall.HallFile;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.practical.PracticalAnswerer;
import org.kepu.assistant.practical.VenueCard;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is known of the venues and their halls. */
@Configuration(proxyBeanMethods = false)
class PracticalConfiguration {

  @Bean
  Halls halls(HomeSettings home) {
    return HallFile.of(
        home.home().resolve("halls.yaml"),
        VenueCards.of(home.home().resolve("venues.yaml")).stream()
            .map(VenueCard::id)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Bean
  DirectAnswerer practicalAnswerer(
      KnowledgeBase knowledge, HomeSettings home, MessageSource messages, InstantSource clock) {
    return new PracticalAnswerer(
        knowledge, VenueCards.of(home.home().resolve("venues.yaml")), messages, clock);
  }
}
