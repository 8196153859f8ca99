package org.kepu.knowledge.source.site;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a site says of itself: which pages it has, and which of them a robot may ask for. */
final class Sitemaps {

  private static final Pattern FRAGMENT = Pattern.compile("#.*$");

  private final URI site;
  private final Fetcher fetcher;
  private final SiteLimits limits;
  private final Pace pace;
  private final SiteMapParser parser = new SiteMapParser(false);

  /**
   * @param site an address on it: a sitemap's, or where what is wanted begins
   */
  Sitemaps(URI site, Fetcher fetcher, SiteLimits limits, Pace pace) {
    this.site = site;
    this.fetcher = fetcher;
    this.limits = limits;
    this.pace = pace;
  }

  /**
   * The rules for robots. A site without any allows everything; one that cannot say them now allows
   * nothing now (RFC 9309).
   */
  SimpleRobotRules robots() throws IOException, SiteException, InterruptedException {
    URI address = site.resolve("/robots.txt");
    pace.await();
    Fetched robots = fetcher.get(address, null, null);
    if (robots.status() >= 500 || robots.status() == 429) {
      throw new SiteException("robots.txt 暂时取不到（HTTP %d），这次不抓取".formatted(robots.status()));
    }
    return robots.ok()
        ? new SimpleRobotRulesParser()
            .parseContent(
                address.toString(),
                robots.content(),
                "text/plain",
                List.of(Fetcher.AGENT.toLowerCase(Locale.ROOT)))
        : new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
  }

  /**
   * The addresses of the pages that may be asked for, in the order of the sitemaps, below the
   * site's address and as many as the limits allow.
   *
   * @throws SiteException if the site has no sitemap that can be read
   */
  Found pages(SimpleRobotRules robots) throws IOException, SiteException, InterruptedException {
    Queue<URI> waiting = new ArrayDeque<>(starts(robots));
    Set<URI> seen = new LinkedHashSet<>();
    Set<String> pages = new LinkedHashSet<>();
    Found found = new Found(pages, new ArrayList<>());
    while (!waiting.isEmpty() && seen.size() < limits.sitemaps()) {
      URI address = waiting.remove();
      if (fetcher.owns(address) && seen.add(address)) {
        switch (sitemap(address)) {
          case SiteMapIndex index ->
              index.getSitemaps().forEach(next -> uri(next.getUrl()).ifPresent(waiting::add));
          case SiteMap map -> map.getSiteMapUrls().forEach(page -> add(page, robots, found));
          default -> throw new SiteException("%s 不是站点地图".formatted(address));
        }
      }
    }
    if (!waiting.isEmpty()) {
      found.remarks().add("站点地图超过 %d 份，其余没有读取".formatted(limits.sitemaps()));
    }
    return found;
  }

  private List<URI> starts(SimpleRobotRules robots) {
    if (site.getPath() != null && site.getPath().endsWith(".xml")) {
      return List.of(site);
    }
    List<URI> named = new ArrayList<>();
    for (String sitemap : robots.getSitemaps()) {
      try {
        named.add(site.resolve(new URI(sitemap)));
      } catch (URISyntaxException e) {
        // What is no address names no sitemap.
      }
    }
    return named.isEmpty() ? List.of(site.resolve("/sitemap.xml")) : named;
  }

  private AbstractSiteMap sitemap(URI address)
      throws IOException, SiteException, InterruptedException {
    pace.await();
    Fetched fetched = fetcher.get(address, null, null);
    if (!fetched.ok()) {
      throw new SiteException("站点地图 %s 取不到（HTTP %d）".formatted(address, fetched.status()));
    }
    try {
      return parser.parseSiteMap(unpacked(fetched.content()), address.toURL());
    } catch (UnknownFormatException | IllegalArgumentException e) {
      throw new SiteException("站点地图 %s 不合格（%s）".formatted(address, e.getMessage()));
    }
  }

  /** Sitemaps often are packed; how far one may unpack is limited as a page's size is. */
  private byte[] unpacked(byte[] content) throws IOException, SiteException {
    if (content.length < 2 || content[0] != 0x1F || content[1] != (byte) 0x8B) {
      return content;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] unpacked = in.readNBytes(limits.pageBytes() + 1);
      if (unpacked.length > limits.pageBytes()) {
        throw new SiteException("站点地图解压后超过 %d 字节".formatted(limits.pageBytes()));
      }
      return unpacked;
    }
  }

  private void add(SiteMapURL page, SimpleRobotRules robots, Found found) {
    URI address = uri(page.getUrl()).orElse(null);
    if (address == null || !fetcher.owns(address)) {
      found.outside();
    } else if (below(address) && robots.isAllowed(address.toString())) {
      if (found.pages().size() < limits.pages()) {
        found.pages().add(address.toString());
      } else {
        found.beyond(limits.pages());
      }
    }
  }

  private boolean below(URI address) {
    String path = site.getPath() == null ? "" : site.getPath();
    return path.endsWith(".xml") || String.valueOf(address.getPath()).startsWith(path);
  }

  private static Optional<URI> uri(URL url) {
    try {
      return Optional.of(
          URI.create(new URI(FRAGMENT.matcher(url.toString()).replaceFirst("")).toASCIIString()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * What a site's maps name.
   *
   * @param remarks what an editor should know of them, in Chinese
   */
  record Found(Set<String> pages, List<String> remarks) {

    private static final String OUTSIDE = "站点地图里有不属于本站的地址，没有抓取";

    void outside() {
      if (!remarks.contains(OUTSIDE)) {
        remarks.add(OUTSIDE);
      }
    }

    void beyond(int most) {
      String remark = "超过 %d 页，其余没有抓取".formatted(most);
      if (!remarks.contains(remark)) {
        remarks.add(remark);
      }
    }
  }
}
