package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that says how the widget comes to a page of somebody else. */
@RestController
final class EmbedPage {

  private static final Resource PAGE = new ClassPathResource("static/embed/index.html");

  @Operation(hidden = true)
  @GetMapping(path = "/embed", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }
}
