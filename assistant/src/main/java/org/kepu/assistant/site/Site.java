package org.kepu.assistant.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A site that may show the assistant.
 *
 * @param id by which its pages name it: lower-case letters, digits and hyphens, 1 to 64 of them
 * @param origins of its pages, as browsers send them: {@code https://www.example.org}, with a port
 *     where it is not the usual one, and without a path
 * @param venue its pages are about: {@code nature}, {@code planetarium} or {@code milu}; empty:
 *     none
 * @param theme its colours: {@code light}, {@code dark} or {@code auto}
 * @param greeting its first words to visitors, up to 200 characters; empty: the venue's
 * @param deviceToken what an app shows in place of an origin, 32 to 200 letters, digits, hyphens
 *     and underscores that nobody guesses; empty: apps are not let in
 */
public record Site(
    @DefaultValue("") String id,
    @DefaultValue List<String> origins,
    @DefaultValue("") String venue,
    @DefaultValue("light") String theme,
    @DefaultValue("") String greeting,
    @DefaultValue("") String deviceToken) {

  private static final Set<String> THEMES = Set.of("light", "dark", "auto");
  private static final int LONGEST_GREETING = 200;

  public Site {
    require(id.matches("[a-z0-9-]{1,64}"), id, "id", "lower-case letters, digits and hyphens");
    origins = origins.stream().map(origin -> origin.strip().toLowerCase(Locale.ROOT)).toList();
    for (String origin : origins) {
      require(
          isOrigin(origin), id, "origins", "like https://www.example.org, not '" + origin + "'");
    }
    require(THEMES.contains(theme), id, "theme", "one of " + THEMES.stream().sorted().toList());
    require(greeting.length() <= LONGEST_GREETING, id, "greeting", "at most 200 characters");
    require(
        deviceToken.isEmpty() || deviceToken.matches("[A-Za-z0-9_-]{32,200}"),
        id,
        "device-token",
        "32 to 200 letters, digits, hyphens and underscores");
    require(
        !origins.isEmpty() || !deviceToken.isEmpty(), id, "origins", "there, or a device-token is");
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Site[id=%s, origins=%s, venue=%s]".formatted(id, origins, venue);
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void require(boolean holds, String id, String what, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          "kepu.web.sites: the %s of site '%s' must be %s".formatted(what, id, rule));
    }
  }
}
