package org.kepu.assistant.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is answered from, beside {@code documents}, {@code uploads} and {@code answers.csv} in the
 * home folder.
 *
 * @param collection whether the shipped collection is
 * @param folders more folders of files, in every format
 * @param answers more tables of curated answers (CSV)
 * @param sites addresses of web sites, each with a sitemap; a path narrows a site to what is below
 * @param quiet how long nobody may have written to a file before it is read, 0 s to 1 h
 * @param look how often folders and tables are looked at for changes, 100 ms to 1 h; a look that
 *     takes long is followed by a longer pause
 * @param siteEvery how often a site is asked for changes, 1 min or more
 * @param sitePages the most pages taken of a site, 1 or more
 * @param sitePause between two requests to a site, where its robots.txt does not ask for more
 */
@ConfigurationProperties("kepu.sources")
public record SourceSettings(
    @DefaultValue("true") boolean collection,
    @DefaultValue List<Path> folders,
    @DefaultValue List<Path> answers,
    @DefaultValue List<URI> sites,
    @DefaultValue("2s") Duration quiet,
    @DefaultValue("2s") Duration look,
    @DefaultValue("6h") Duration siteEvery,
    @DefaultValue("2000") int sitePages,
    @DefaultValue("1s") Duration sitePause) {

  private static final Duration HOUR = Duration.ofHours(1);

  public SourceSettings {
    folders = List.copyOf(folders);
    answers = List.copyOf(answers);
    sites = List.copyOf(sites);
    refuse(quiet, Duration.ZERO, "kepu.sources.quiet is 0s to 1h");
    refuse(look, Duration.ofMillis(100), "kepu.sources.look is 100ms to 1h");
    if (siteEvery.compareTo(Duration.ofMinutes(1)) < 0 || sitePages < 1 || sitePause.isNegative()) {
      throw new IllegalArgumentException(
          "kepu.sources.site-every is 1m or more, site-pages 1 or more, site-pause 0s or more, not %s, %d, %s"
              .formatted(siteEvery, sitePages, sitePause));
    }
  }

  private static void refuse(Duration value, Duration least, String rule) {
    if (value.compareTo(least) < 0 || value.compareTo(HOUR) > 0) {
      throw new IllegalArgumentException(rule + ", not " + value);
    }
  }
}
