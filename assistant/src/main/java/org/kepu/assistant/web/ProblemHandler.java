package org.kepu.assistant.web;

import org.kepu.assistant.answer.Language;
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

/** The one place where a failure becomes a response. Comes before the framework's own handlers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ProblemHandler implements WebExceptionHandler {

  private final Problems problems;
  private final JsonMapper json;

  ProblemHandler(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    ProblemDetail problem = problems.of(failure, Callers.locale(exchange));
    response.setRawStatusCode(problem.getStatus());
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLanguage(Language.of(Callers.locale(exchange)).locale());
    if (Problems.passesSoon(problem)) {
      headers.set(HttpHeaders.RETRY_AFTER, "2");
    }
    return Problems.write(response, json.writeValueAsBytes(problem));
  }
}
