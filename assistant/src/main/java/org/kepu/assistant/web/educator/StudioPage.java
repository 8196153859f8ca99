package org.kepu.assistant.web.educator;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The studio's page, which is a form to sign in with until somebody has. */
@RestController
final class StudioPage {

  private static final Resource PAGE = new ClassPathResource("static/educator/index.html");

  @Operation(hidden = true)
  @GetMapping(path = "/educator", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }
}
