package org.kepu.knowledge.source.site;

import crawlercommons.robots.SimpleRobotRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.fork.ForkFailureException;
import org.kepu.knowledge.source.Hash;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that a web site names in its sitemaps, as they were found when it was last visited. A
 * visit takes its time; looking at what it brought takes none, and needs no network. Visits and
 * looks may be on different threads.
 *
 * <p>A page that cannot be had stays as it was. One that the site says is gone, or that its
 * sitemaps no longer name, goes.
 */
public final class SiteSource implements Source {

  private static final Logger log = LoggerFactory.getLogger(SiteSource.class);

  private static final String VERSION = "site/1";

  /** After so many failures one after the other the site is left alone until the next visit. */
  private static final int FAILURES = 10;

  /** So many pages are kept before the mirror's index is written. */
  private static final int AT_A_TIME = 25;

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "text/html", ".html",
          "application/xhtml+xml", ".html",
          "text/plain", ".txt",
          "application/pdf", ".pdf");

  private final URI site;
  private final Mirror mirror;
  private final FileIntake intake;
  private final SiteLimits limits;
  private final Supplier<Fetcher> fetchers;
  private final AtomicInteger visits = new AtomicInteger();
  private final SortedMap<String, String> problems = new ConcurrentSkipListMap<>();

  /**
   * @param site the address of a sitemap, or an address below which its pages are
   * @param folder keeps what was fetched
   * @throws IllegalArgumentException if the address is none of a web site
   */
  public SiteSource(URI site, Path folder, FileIntake intake, SiteLimits limits) {
    this(site, folder, intake, limits, () -> Fetcher.of(site, limits));
  }

  SiteSource(
      URI site, Path folder, FileIntake intake, SiteLimits limits, Supplier<Fetcher> fetchers) {
    String scheme = String.valueOf(site.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme)
        || site.getHost() == null
        || site.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "A site's address is http://HOST or https://HOST, without a password, not '%s'"
              .formatted(site));
    }
    this.site = site;
    this.mirror = new Mirror(folder);
    this.intake = intake;
    this.limits = limits;
    this.fetchers = fetchers;
  }

  @Override
  public String name() {
    return site.toString();
  }

  @Override
  public String glance() {
    return String.valueOf(visits.get());
  }

  @Override
  public Listing list() {
    List<Item> items = new ArrayList<>();
    try {
      for (Page page : mirror.pages().values()) {
        String hash =
            Hash.of(List.of(VERSION, FileIntake.VERSION, page.hash(), page.type(), page.url()));
        items.add(new Item(page.url(), hash, () -> open(page)));
      }
    } catch (IOException e) {
      throw new SourceFailureException("保存的网页读不出来（%s）".formatted(e), e);
    }
    List<Unread> unread = new ArrayList<>();
    problems.forEach(
        (url, why) -> {
          boolean listed = items.stream().anyMatch(item -> item.key().equals(url));
          if (!listed) {
            unread.add(new Unread(url, why));
          } else if (url.equals(name())) {
            // The site's first page has the site's address.
            unread.add(new Unread(url + "#", why));
          }
        });
    return new Listing(items, unread);
  }

  private ParseResult open(Page page) throws IOException {
    String path = path(page);
    FileDescription description =
        new FileDescription(
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(page.url()),
            null,
            null,
            null,
            null,
            null,
            page.url());
    try {
      return intake.parse(new SourceFile(path, mirror.content(page)), description);
    } catch (ForkFailureException e) {
      throw new SourceFailureException("无法启动读取文件的进程（%s）".formatted(e.getMessage()), e);
    }
  }

  /** The host and the path, with the extension that its type asks for. */
  private static String path(Page page) {
    URI url = URI.create(page.url());
    String extension = EXTENSIONS.getOrDefault(page.type(), "." + page.type().replace('/', '-'));
    String path = url.getHost() + url.getPath().replaceAll("/$", "");
    String query = url.getQuery() == null ? "" : "?" + url.getQuery();
    return (path + query).endsWith(extension) ? path + query : path + query + extension;
  }

  /**
   * Asks the site what is new. What is fetched is kept as it comes, so a visit that is stopped has
   * not fetched for nothing.
   *
   * @throws InterruptedException if the thread is told to stop
   */
  public void visit() throws InterruptedException {
    try (Fetcher fetcher = fetchers.get()) {
      new Visit(fetcher).make();
    } catch (IOException e) {
      problems.put(name(), "访问不了（%s），已有的内容暂予保留".formatted(e.getMessage()));
      log.warn("The site {} cannot be visited: {}", site, e.toString());
    } catch (SiteException e) {
      problems.put(name(), e.inWords() + "，已有的内容暂予保留");
      log.warn("The site {} cannot be visited: {}", site, e.inWords());
    } finally {
      visits.incrementAndGet();
    }
  }

  /** One visit. */
  private final class Visit {

    private final Fetcher fetcher;
    private final Pace pace = new Pace(limits.pause());
    private final Sitemaps sitemaps;
    private int failures;

    Visit(Fetcher fetcher) {
      this.fetcher = fetcher;
      this.sitemaps = new Sitemaps(site, fetcher, limits, pace);
    }

    void make() throws IOException, SiteException, InterruptedException {
      SimpleRobotRules robots = sitemaps.robots();
      if (robots.getCrawlDelay() > 0) {
        pace.slowDownTo(Duration.ofMillis(robots.getCrawlDelay()));
      }
      Sitemaps.Found found = sitemaps.pages(robots);
      problems.clear();
      if (!found.remarks().isEmpty()) {
        problems.put(name(), String.join("；", found.remarks()));
      }
      SortedMap<String, Page> known = mirror.pages();
      SortedMap<String, Page> pages = new TreeMap<>(known);
      pages.keySet().retainAll(found.pages());
      int fetched = 0;
      int stale = 0;
      for (String url : found.pages()) {
        if (failures >= FAILURES) {
          problems.put(name(), "接连 %d 页取不到，其余的下次再取，已有的内容暂予保留".formatted(FAILURES));
          break;
        }
        fetch(url, known.get(url), pages);
        stale += problems.containsKey(url) && pages.containsKey(url) ? 1 : 0;
        if (++fetched % AT_A_TIME == 0) {
          mirror.write(pages);
        }
      }
      if (stale > 0) {
        problems.merge(name(), "有 %d 页这次取不到，暂用上次的内容".formatted(stale), (a, b) -> a + "；" + b);
      }
      mirror.write(pages);
      mirror.clear(pages);
    }

    private void fetch(String url, @Nullable Page known, SortedMap<String, Page> pages)
        throws IOException, InterruptedException {
      @Nullable Page held = known != null && mirror.has(known) ? known : null;
      pace.await();
      Fetched fetched;
      try {
        fetched =
            fetcher.get(
                URI.create(url),
                held == null ? null : held.etag(),
                held == null ? null : held.lastModified());
      } catch (IOException e) {
        failures++;
        problems.put(url, "取不到（%s）".formatted(e.getMessage()));
        return;
      } catch (SiteException e) {
        problems.put(url, e.inWords());
        pages.remove(url);
        return;
      }
      failures = 0;
      if (fetched.ok()) {
        mirror.keep(fetched.content());
        String hash = Hash.of(fetched.content());
        pages.put(url, new Page(url, fetched.type(), hash, fetched.etag(), fetched.lastModified()));
      } else if (fetched.gone()) {
        pages.remove(url);
      } else if (!fetched.unchanged()) {
        failures++;
        problems.put(url, "取不到（HTTP %d）".formatted(fetched.status()));
      }
    }
  }
}
