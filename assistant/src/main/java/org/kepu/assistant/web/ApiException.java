package org.kepu.assistant.web;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/**
 * A request that breaks a rule of the contract; its code and the words for it are in the messages.
 */
public final class ApiException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Object[] arguments;

  public ApiException(HttpStatus status, String code, Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  public static ApiException badRequest(String code, Object... arguments) {
    return new ApiException(HttpStatus.BAD_REQUEST, code, arguments);
  }

  public static ApiException notFound(String code, Object... arguments) {
    return new ApiException(HttpStatus.NOT_FOUND, code, arguments);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
