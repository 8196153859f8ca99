package org.kepu.assistant.web.account;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dashboard's page, which is a form to sign in with until somebody has. */
@RestController
final class AdminPage {

  private static final Resource PAGE = new ClassPathResource("static/admin/index.html");

  @Operation(hidden = true)
  @GetMapping(path = "/admin", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }
}
