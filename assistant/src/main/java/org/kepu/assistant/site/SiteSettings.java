package org.kepu.assistant.site;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the assistant is shown beside its own pages.
 *
 * @param sites the registered sites; pages of no other may ask from a browser
 * @param tokenLasts how long a page may ask before its token is renewed, 1 minute to 12 hours
 * @param filingNumber of the generative service (算法备案号), shown beside the AI label; empty: none
 */
@ConfigurationProperties("kepu.web")
public record SiteSettings(
    @DefaultValue List<Site> sites,
    @DefaultValue("1h") Duration tokenLasts,
    @DefaultValue("") String filingNumber) {

  public SiteSettings {
    sites = List.copyOf(sites);
    Set<String> ids = new HashSet<>();
    for (Site site : sites) {
      if (!ids.add(site.id())) {
        throw new IllegalArgumentException(
            "kepu.web.sites: two sites have the id '%s'; give one another".formatted(site.id()));
      }
    }
    if (tokenLasts.compareTo(Duration.ofMinutes(1)) < 0
        || tokenLasts.compareTo(Duration.ofHours(12)) > 0) {
      throw new IllegalArgumentException(
          "kepu.web.token-lasts is from 1m to 12h, not " + tokenLasts);
    }
  }
}
