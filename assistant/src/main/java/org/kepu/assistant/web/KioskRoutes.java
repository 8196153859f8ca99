package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.kiosk.OperatorDoor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The terminals' page and the way out of it. */
@RestController
@Tag(name = "Kiosk")
final class KioskRoutes {

  private static final Resource PAGE = new ClassPathResource("static/kiosk/index.html");
  private static final int SECONDS_TO_WAIT = 60;

  private final OperatorDoor door;
  private final Visitors visitors;

  KioskRoutes(OperatorDoor door, Visitors visitors) {
    this.door = door;
    this.visitors = visitors;
  }

  @Operation(hidden = true)
  @GetMapping(path = "/kiosk", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }

  @Operation(summary = "Try the operator's code, which opens the way out of a terminal's page")
  @PostMapping("/api/v1/kiosk/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@RequestBody Code body, ServerWebExchange exchange) {
    String code = body.code() == null ? "" : body.code();
    switch (door.open(code, visitors.passing(exchange))) {
      case OPEN -> {}
      case WRONG -> throw new ApiException(HttpStatus.FORBIDDEN, "operator_code_wrong");
      case NO_CODE_SET -> throw new ApiException(HttpStatus.FORBIDDEN, "operator_code_unset");
      case TOO_OFTEN -> {
        exchange.getResponse().getHeaders().set("Retry-After", String.valueOf(SECONDS_TO_WAIT));
        throw new ApiException(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", SECONDS_TO_WAIT);
      }
    }
  }

  /** The body of a try. */
  record Code(@Nullable String code) {}
}
