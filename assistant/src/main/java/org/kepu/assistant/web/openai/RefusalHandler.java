package org.kepu.assistant.web.openai;

import org.kepu.assistant.answer.Language;
import org.kepu.assistant.web.Callers;
import org.kepu.assistant.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells failures below {@code /v1} in the shape that is read there; leaves all others alone. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalHandler implements WebExceptionHandler {

  private final Problems problems;
  private final JsonMapper json;

  RefusalHandler(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (!exchange.getRequest().getPath().value().startsWith("/v1/") || response.isCommitted()) {
      return Mono.error(failure);
    }
    ProblemDetail problem = problems.of(failure, Callers.locale(exchange));
    response.setRawStatusCode(problem.getStatus());
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.setContentLanguage(Language.of(Callers.locale(exchange)).locale());
    if (Problems.passesSoon(problem)) {
      headers.set(HttpHeaders.RETRY_AFTER, "2");
    }
    return Problems.write(response, json.writeValueAsBytes(Refusal.of(problem)));
  }
}
