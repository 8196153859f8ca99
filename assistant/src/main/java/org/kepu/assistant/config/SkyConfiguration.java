package org.kepu.assistant.config;

import java.time.InstantSource;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.sky.SkyAnswerer;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.SunAndMoon;
import org.kepu.assistant.sky.ephemeris.bessel.EclipseTables;
import org.kepu.assistant.sky.ephemeris.kepler.KeplerPlanets;
import org.kepu.assistant.sky.ephemeris.lunar.ShouXingCalendar;
import org.kepu.assistant.sky.ephemeris.suncalc.SunCalcSunAndMoon;
import org.kepu.assistant.sky.place.Places;
import org.kepu.assistant.sky.question.SkyQuestions;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is computed about the sky, and by what. */
@Configuration(proxyBeanMethods = false)
class SkyConfiguration {

  @Bean
  Ephemeris ephemeris() {
    SunAndMoon sunAndMoon = new SunCalcSunAndMoon();
    return new Ephemeris(
        sunAndMoon, new KeplerPlanets(), new ShouXingCalendar(), new EclipseTables(sunAndMoon));
  }

  @Bean
  Places places() {
    return new Places();
  }

  @Bean
  DirectAnswerer skyAnswerer(
      KnowledgeBase knowledge,
      Places places,
      Ephemeris ephemeris,
      MessageSource messages,
      InstantSource clock) {
    return new SkyAnswerer(knowledge, new SkyQuestions(places), ephemeris, messages, clock);
  }
}
