package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.kepu.knowledge.collection.StarterCollection;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures that answers carry. */
@RestController
@Tag(name = "Documents")
final class MediaRoutes {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
  private static final CacheControl CACHED = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  /** An SVG opened by itself is a page of this address: it may draw, and nothing else. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  @Operation(summary = "See a picture that an answer carries")
  @GetMapping("/media/{name}")
  ResponseEntity<byte[]> picture(@PathVariable String name) {
    return StarterCollection.picture(name)
        .map(
            svg ->
                ResponseEntity.ok()
                    .contentType(SVG)
                    .cacheControl(CACHED)
                    .header("Content-Security-Policy", POLICY)
                    .body(svg))
        .orElseThrow(() -> ApiException.notFound("picture_unknown", name));
  }
}
