package org.kepu.assistant.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.chat.OverloadedException;
import org.kepu.assistant.chat.RequestConflictException;
import org.kepu.assistant.chat.ShuttingDownException;
import org.kepu.assistant.chat.StillRunningException;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.knowledge.NotReadyException;
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerErrorException;
import reactor.core.publisher.Mono;

/**
 * Every failure as a problem detail: a stable code, words in the caller's language, no stack trace.
 */
@Component
public final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private static final Set<String> RETRY_SOON =
      Set.of(
          "not_ready",
          "index_unavailable",
          "shutting_down",
          "log_unavailable",
          "still_running",
          "overloaded");

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * What to tell a caller of {@code failure}; what is our fault is logged.
   *
   * @return with a property {@code code}, as API.md lists them
   */
  public ProblemDetail of(Throwable failure, Locale locale) {
    return switch (failure) {
      case ApiException e -> problem(e.status(), e.code(), locale, e.arguments());
      case RequestConflictException e ->
          problem(HttpStatus.CONFLICT, "request_id_conflict", locale);
      case StillRunningException e -> problem(HttpStatus.CONFLICT, "still_running", locale);
      case OverloadedException e -> problem(HttpStatus.TOO_MANY_REQUESTS, "overloaded", locale);
      case NotReadyException e -> problem(HttpStatus.SERVICE_UNAVAILABLE, "not_ready", locale);
      case IndexFailureException e -> {
        log.error("The index cannot be asked", e);
        yield problem(HttpStatus.SERVICE_UNAVAILABLE, "index_unavailable", locale);
      }
      case ShuttingDownException e ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "shutting_down", locale);
      case LedgerFailureException e -> {
        log.error("The interaction log cannot be written", e);
        yield problem(HttpStatus.SERVICE_UNAVAILABLE, "log_unavailable", locale);
      }
      // Of a header that the framework reads as late as it needs it.
      case InvalidMediaTypeException e ->
          problem(HttpStatus.BAD_REQUEST, "malformed_request", locale);
      case InvalidMimeTypeException e ->
          problem(HttpStatus.BAD_REQUEST, "malformed_request", locale);
      default -> ofFramework(failure, locale);
    };
  }

  /**
   * Writes what is told. Of a request whose body breaks HTTP the server has told the caller itself
   * by then, and nobody is left to tell.
   */
  public static Mono<Void> write(ServerHttpResponse response, byte[] body) {
    return response
        .writeWith(Mono.just(response.bufferFactory().wrap(body)))
        .onErrorComplete(IllegalStateException.class);
  }

  /** The code of a problem that was made here. */
  public static String code(ProblemDetail problem) {
    return String.valueOf(Objects.requireNonNull(problem.getProperties()).get("code"));
  }

  /** Whether the same request may succeed in a moment. */
  public static boolean passesSoon(ProblemDetail problem) {
    return RETRY_SOON.contains(code(problem));
  }

  private ProblemDetail ofFramework(Throwable failure, Locale locale) {
    if (causedBy(failure, DataBufferLimitException.class)) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", locale, Limits.MAX_BODY_KIB);
    }
    if (failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      HttpStatusCode status = response.getStatusCode();
      return problem(status, code(status), locale);
    }
    if (failure instanceof ServerErrorException wrong && isOfPath(wrong.getMethodParameter())) {
      return problem(HttpStatus.NOT_FOUND, "not_found", locale);
    }
    log.error("A request failed", failure);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", locale);
  }

  private ProblemDetail problem(
      HttpStatusCode status, String code, Locale preferred, Object... arguments) {
    Locale locale = Language.of(preferred).locale();
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(messages.getMessage("problem." + code + ".title", null, locale));
    problem.setDetail(messages.getMessage("problem." + code + ".detail", arguments, locale));
    problem.setProperty("code", code);
    return problem;
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 406 -> "not_acceptable";
      case 413 -> "body_too_large";
      case 415 -> "unsupported_media_type";
      default -> "malformed_request";
    };
  }

  /** The framework takes a path whose variable is blank for a fault of the controller. */
  private static boolean isOfPath(@Nullable MethodParameter parameter) {
    return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
