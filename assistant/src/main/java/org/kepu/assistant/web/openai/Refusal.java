package org.kepu.assistant.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.web.Problems;
import org.springframework.http.ProblemDetail;

/** A problem in the shape that clients of this API read. */
@Schema(name = "CompletionError")
record Refusal(Detail error) {

  /**
   * @param message in the caller's language
   * @param type what may be done about it: {@code invalid_request_error}, {@code rate_limit_error}
   *     or {@code server_error}
   * @param param always null: the message names the field
   * @param code as in the problem details of the other calls
   */
  record Detail(
      String message,
      String type,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String param,
      String code) {}

  static Refusal of(ProblemDetail problem) {
    return new Refusal(
        new Detail(
            String.valueOf(problem.getDetail()),
            type(problem.getStatus()),
            null,
            Problems.code(problem)));
  }

  private static String type(int status) {
    if (status == 429) {
      return "rate_limit_error";
    }
    return status < 500 ? "invalid_request_error" : "server_error";
  }
}
