package org.kepu.knowledge.source.site;

import java.time.Duration;

/**
 * What a site may cost.
 *
 * @param pages the most pages that are taken, 1 and more
 * @param pageBytes the size of a page, unpacked, 1 byte and more
 * @param sitemaps the most sitemaps that are read, 1 and more
 * @param request the time for one request, from the look-up of the name to the last byte
 * @param pause between two requests
 */
public record SiteLimits(int pages, int pageBytes, int sitemaps, Duration request, Duration pause) {

  private static final int MEBI = 1 << 20;

  /** For a site of an institute, once every few hours. */
  public static final SiteLimits STANDARD =
      new SiteLimits(2_000, 16 * MEBI, 50, Duration.ofSeconds(30), Duration.ofSeconds(1));

  public SiteLimits {
    if (pages < 1
        || pageBytes < 1
        || sitemaps < 1
        || request.isNegative()
        || request.isZero()
        || pause.isNegative()) {
      throw new IllegalArgumentException(
          "Limits are positive, a pause 0 and more, not %d pages, %d bytes, %d sitemaps, %s, %s"
              .formatted(pages, pageBytes, sitemaps, request, pause));
    }
  }

  /** With other numbers that an operator sets. */
  public SiteLimits with(int pages, Duration pause) {
    return new SiteLimits(pages, pageBytes, sitemaps, request, pause);
  }
}
