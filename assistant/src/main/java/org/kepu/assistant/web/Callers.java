package org.kepu.assistant.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.kepu.assistant.answer.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What a request says about who sends it. */
public final class Callers {

  private Callers() {}

  /** The caller's first language of those we speak; Simplified Chinese if there is none. */
  public static Locale locale(ServerWebExchange exchange) {
    return locale(exchange.getRequest().getHeaders());
  }

  public static Locale locale(HttpHeaders headers) {
    try {
      return headers.getAcceptLanguage().stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> locale.getLanguage().matches("zh|en"))
          .findFirst()
          .map(locale -> Language.of(locale).locale())
          .orElse(Locale.SIMPLIFIED_CHINESE);
    } catch (IllegalArgumentException e) {
      // A header that makes no sense says nothing about the caller's language.
      return Locale.SIMPLIFIED_CHINESE;
    }
  }

  /** Where the caller reached the service, without a slash at its end. */
  public static String reachedAt(URI request) {
    return "%s://%s".formatted(request.getScheme(), request.getAuthority());
  }

  /** The address the request came from, empty if unknown; a class at school shares one. */
  static Optional<InetAddress> address(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
        .map(InetSocketAddress::getAddress);
  }
}
