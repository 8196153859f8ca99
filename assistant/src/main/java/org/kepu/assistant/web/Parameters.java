package org.kepu.assistant.web;

import java.util.Locale;
import org.kepu.assistant.answer.Audience;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Reads query parameters in the contract's words, as bodies are read. */
@Component
final class Parameters implements WebFluxConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(
        String.class, Audience.class, code -> Audience.valueOf(code.toUpperCase(Locale.ROOT)));
  }
}
