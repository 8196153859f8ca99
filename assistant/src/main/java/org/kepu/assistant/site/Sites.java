package org.kepu.assistant.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Says which pages may ask, and hands them what proves it. Safe for use by several threads. */
public final class Sites {

  private final SiteSettings settings;
  private final SiteTokens tokens;

  public Sites(SiteSettings settings, SiteTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /** Whether pages of this origin may show the assistant of some site. */
  public boolean knows(String origin) {
    return settings.sites().stream().anyMatch(site -> site.origins().contains(lower(origin)));
  }

  /** Whether apps, which have no origin of their own, may show the assistant of some site. */
  public boolean letsAppsIn() {
    return settings.sites().stream().anyMatch(site -> !site.deviceToken().isEmpty());
  }

  /**
   * Lets a page in, or an app.
   *
   * @param id of the site that it says it is of
   * @param origin of the page, as its browser sends it
   * @param deviceToken what an app shows; empty for a page
   */
  public Entry enter(String id, String origin, String deviceToken) {
    Optional<Site> known =
        settings.sites().stream().filter(site -> site.id().equals(id)).findFirst();
    if (known.isEmpty()) {
      return new Entry.UnknownSite();
    }
    Site site = known.get();
    boolean mayEnter = site.origins().contains(lower(origin)) || holdsTokenOf(site, deviceToken);
    return mayEnter
        ? new Entry.Open(site, tokens.issue(id, lower(origin)))
        : new Entry.OtherOrigin(site);
  }

  /** Whether a token lets a page of this origin ask, and if not, why. */
  public SiteTokens.Verdict check(String token, String origin) {
    return tokens.check(token, lower(origin));
  }

  private static boolean holdsTokenOf(Site site, String deviceToken) {
    return !site.deviceToken().isEmpty()
        && MessageDigest.isEqual(site.deviceToken().getBytes(UTF_8), deviceToken.getBytes(UTF_8));
  }

  private static String lower(String origin) {
    return origin.toLowerCase(Locale.ROOT);
  }

  /** What came of asking to be let in. */
  public sealed interface Entry {

    /** The page may ask with this token. */
    record Open(Site site, Token token) implements Entry {}

    /** There is no such site. */
    record UnknownSite() implements Entry {}

    /** The site is there, and the page is not one of it. */
    record OtherOrigin(Site site) implements Entry {}
  }

  /**
   * What a page shows with each request.
   *
   * @param value to send as it is
   * @param expiresAt after which another must be had
   */
  public record Token(String value, Instant expiresAt) {

    public Token {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }
}
