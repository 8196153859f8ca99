package org.kepu.assistant.web;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kepu.assistant.answer.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What a request says about who sends it. */
final class Callers {

  private static final List<Locale> SPOKEN =
      List.of(
          Language.SIMPLIFIED.locale(),
          Language.TRADITIONAL.locale(),
          Locale.forLanguageTag("zh-HK"),
          Language.ENGLISH.locale());

  private Callers() {}

  /** The caller's first language of those we speak; Simplified Chinese if there is none. */
  static Locale locale(ServerWebExchange exchange) {
    return locale(exchange.getRequest().getHeaders());
  }

  static Locale locale(HttpHeaders headers) {
    try {
      Locale found = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
      return Optional.ofNullable(found).orElse(Locale.SIMPLIFIED_CHINESE);
    } catch (IllegalArgumentException e) {
      // A header that makes no sense says nothing about the caller's language.
      return Locale.SIMPLIFIED_CHINESE;
    }
  }

  /** The address the request came from; a class at school shares one. */
  static String address(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
        .map(InetSocketAddress::getAddress)
        .map(Object::toString)
        .orElse("unknown");
  }
}
