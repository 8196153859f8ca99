package org.kepu.knowledge.source.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.fork.JavaCommand;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceContract;
import org.kepu.knowledge.source.Unread;

@Timeout(120)
class SiteSourceTest extends SourceContract {

  private static final FileIntake INTAKE =
      new FileIntake(JavaCommand.ofThisProcess(), Limits.STANDARD);

  private static final SiteLimits LIMITS =
      new SiteLimits(20, 100_000, 5, Duration.ofSeconds(2), Duration.ZERO);

  @TempDir private Path folder;

  private TestSite web;
  private SiteSource source;

  @BeforeEach
  void open() throws IOException {
    web = new TestSite();
    source = site("/");
  }

  @AfterEach
  void close() {
    web.close();
  }

  @AfterAll
  static void closeIntake() {
    INTAKE.close();
  }

  private SiteSource site(String path) {
    return site(web.address(path), SystemDefaultDnsResolver.INSTANCE);
  }

  /** As the product's, but that this machine may be asked. */
  private SiteSource site(URI address, DnsResolver names) {
    return new SiteSource(
        address,
        folder,
        INTAKE,
        LIMITS,
        () -> new Fetcher(address, LIMITS, InetAddress::isLoopbackAddress, names));
  }

  @Override
  protected Source source() {
    return source;
  }

  @Override
  protected void put(String name, String sentence) {
    web.page("/" + name, name, sentence);
    visit();
  }

  @Override
  protected void remove(String name) {
    web.pages.remove("/" + name);
    visit();
  }

  private void visit() {
    try {
      source.visit();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPageIsADocumentWithItsTitleAndItsAddress() throws IOException {
    put("milu", "麋鹿吃草。");

    Document document = open(only());

    assertThat(document.title()).isEqualTo("milu");
    assertThat(document.metadata().url()).isEqualTo(web.address("/milu").toString());
    assertThat(document.metadata().sources()).containsExactly(web.address("/milu").toString());
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    put("a", "麋鹿吃草。");
    put("b", "月球上没有空气。");
    web.notModified.clear();

    visit();

    assertThat(web.notModified).containsExactly("/a", "/b");
    assertThat(source.list().items()).hasSize(2);
  }

  @Test
  void aSiteThatIsDownKeepsItsPagesAndIsNamed() throws IOException {
    put("a", "麋鹿吃草。");
    List<Item> before = source.list().items();
    web.close();

    visit();

    Listing after = source.list();
    assertThat(after.items()).extracting(Item::hash).containsExactly(before.getFirst().hash());
    assertThat(open(after.items().getFirst()).text()).contains("麋鹿吃草。");
    assertThat(after.unread())
        .singleElement()
        .satisfies(left -> assertThat(left.key()).isEqualTo(source.name()));
  }

  @Test
  void afterARestartTheSiteIsKnownWithoutBeingAsked() throws IOException {
    put("a", "麋鹿吃草。");
    web.close();

    source = site("/");

    assertThat(open(only()).text()).contains("麋鹿吃草。");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 403})
  void aPageThatCannotBeHadNowStaysAsItWas(int status) throws IOException {
    put("a", "麋鹿吃草。");
    web.special.put("/a", exchange -> exchange.sendResponseHeaders(status, -1));

    visit();

    assertThat(open(only()).text()).contains("麋鹿吃草。");
  }

  @Test
  void aPageThatTheSiteSaysIsGoneGoes() {
    put("a", "麋鹿吃草。");
    put("b", "月球上没有空气。");
    web.special.put("/a", exchange -> exchange.sendResponseHeaders(410, -1));

    visit();

    assertThat(only().key()).endsWith("/b");
  }

  @Test
  void aSitemapThatCannotBeReadTakesNothingAway() {
    put("a", "麋鹿吃草。");
    web.special.put(
        "/sitemap.xml", exchange -> TestSite.send(exchange, 200, "text/html", "<html>维护中</html>"));

    visit();

    assertThat(source.list().items()).hasSize(1);
    assertThat(source.list().unread()).hasSize(1);
  }

  @Test
  void whatRobotsMayNotReadIsNotAskedFor() {
    web.special.put(
        "/robots.txt",
        exchange ->
            TestSite.send(exchange, 200, "text/plain", "User-agent: KepuBot\nDisallow: /inner/\n"));
    web.page("/inner/a", "内部", "内部的话。");
    put("b", "月球上没有空气。");

    assertThat(only().key()).endsWith("/b");
    assertThat(web.requests).doesNotContain("/inner/a");
  }

  @Test
  void aSiteWhoseRobotsFileFailsIsLeftAlone() {
    web.special.put("/robots.txt", exchange -> exchange.sendResponseHeaders(503, -1));

    put("a", "麋鹿吃草。");

    assertThat(source.list().items()).isEmpty();
    assertThat(web.requests).containsExactly("/robots.txt");
  }

  @Test
  void anIndexOfSitemapsIsFollowedPackedOrNot() throws IOException {
    web.page("/a", "甲", "麋鹿吃草。");
    web.page("/b", "乙", "月球上没有空气。");
    byte[] packed = gzip(TestSite.sitemapOf(loc("/b")));
    web.special.put(
        "/index.xml",
        exchange ->
            TestSite.send(
                exchange,
                200,
                "application/xml",
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>%s</loc></sitemap><sitemap><loc>%s</loc></sitemap></sitemapindex>"
                    .formatted(web.address("/one.xml"), web.address("/two.xml.gz"))));
    web.special.put(
        "/one.xml",
        exchange -> TestSite.send(exchange, 200, "application/xml", TestSite.sitemapOf(loc("/a"))));
    web.special.put(
        "/two.xml.gz",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/gzip");
          exchange.sendResponseHeaders(200, packed.length);
          exchange.getResponseBody().write(packed);
        });
    source = site("/index.xml");

    visit();

    assertThat(source.list().items()).hasSize(2);
  }

  @Test
  void onlyPagesBelowTheAddressAndOfTheSameHostAreTaken() {
    web.page("/learn/a", "甲", "麋鹿吃草。");
    web.page("/shop/b", "乙", "雪豹书签。");
    web.special.put(
        "/sitemap.xml",
        exchange ->
            TestSite.send(
                exchange,
                200,
                "application/xml",
                TestSite.sitemapOf(
                    loc("/learn/a")
                        + loc("/shop/b")
                        + "<url><loc>http://localhost:%d/learn/c</loc></url>"
                            .formatted(web.address("/").getPort())
                        + "<url><loc>http://169.254.169.254/latest/meta-data</loc></url>")));
    source = site("/learn/");

    visit();

    assertThat(only().key()).endsWith("/learn/a");
    assertThat(web.requests).doesNotContain("/learn/c", "/shop/b");
    assertThat(source.list().unread())
        .singleElement()
        .satisfies(left -> assertThat(left.reason()).contains("不属于本站"));
  }

  @Test
  void aRedirectWithinTheSiteIsFollowedAndOneOutIsNot() throws IOException {
    web.page("/new", "新", "麋鹿吃草。");
    web.page("/old", "旧", "");
    web.page("/out", "外", "");
    web.page("/round", "圈", "");
    web.special.put("/old", TestSite.redirect("/new"));
    web.special.put("/out", TestSite.redirect("http://localhost:1/secret"));
    web.special.put("/round", TestSite.redirect("/round"));

    visit();

    assertThat(source.list().items())
        .extracting(Item::key)
        .containsExactly(web.address("/new").toString(), web.address("/old").toString());
    assertThat(open(source.list().items().getLast()).text()).contains("麋鹿吃草。");
    assertThat(source.list().unread())
        .extracting(Unread::reason)
        .anyMatch(why -> why.contains("站外地址"))
        .anyMatch(why -> why.contains("转向超过"));
  }

  @Test
  void aNameThatLeadsToAnAddressThatIsNotPublicIsNotConnectedTo() {
    URI address = URI.create("http://museum.example:" + web.address("/").getPort() + "/");
    source =
        new SiteSource(
            address,
            folder,
            INTAKE,
            LIMITS,
            () -> new Fetcher(address, LIMITS, PublicAddresses::contain, resolver("127.0.0.1")));

    visit();

    assertThat(web.requests).isEmpty();
    assertThat(source.list().unread().getFirst().reason()).contains("不在公网上");
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() {
    // The second look-up gives another address: a site that would lead us to our own machine.
    AtomicInteger lookups = new AtomicInteger();
    URI address = URI.create("http://museum.example:" + web.address("/").getPort() + "/");
    DnsResolver rebinding =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] given = {"127.0.0.1", "127.0.0.2", "127.0.0.3"};
            int lookup = Math.min(lookups.getAndIncrement(), 2);
            return new InetAddress[] {InetAddress.getByName(given[lookup])};
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    List<String> checked = new ArrayList<>();
    source =
        new SiteSource(
            address,
            folder,
            INTAKE,
            LIMITS,
            () ->
                new Fetcher(
                    address,
                    LIMITS,
                    one -> {
                      checked.add(one.getHostAddress());
                      return one.getHostAddress().equals("127.0.0.1");
                    },
                    rebinding));
    web.page("/a", "甲", "麋鹿吃草。");

    visit();

    assertThat(checked).hasSize(lookups.get());
    assertThat(web.requests).contains("/robots.txt");
  }

  @Test
  void aPageThatIsTooLargeOrDripsOrIsPackedTooTightlyCostsItselfAlone() throws IOException {
    byte[] bomb = gzip("麋".repeat(10_000_000));
    web.page("/bomb", "弹", "");
    web.page("/drip", "滴", "");
    web.page("/large", "大", "");
    web.page("/z", "好", "麋鹿吃草。");
    web.special.put(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        });
    web.special.put(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            sleep();
          }
        });
    web.special.put(
        "/large", exchange -> TestSite.send(exchange, 200, "text/html", "x".repeat(200_000)));

    visit();

    assertThat(only().key()).endsWith("/z");
    assertThat(source.list().unread()).hasSize(3);
  }

  @Test
  void atMostSoManyPagesAreTaken() {
    for (int i = 10; i < 50; i++) {
      web.page("/" + i, "页", "第 " + i + " 页。");
    }

    visit();

    assertThat(source.list().items()).hasSize(LIMITS.pages());
    assertThat(source.list().unread().getFirst().reason()).contains("超过 20 页");
  }

  @Test
  void aKeptPageThatRottedIsFetchedAgain() throws IOException {
    put("a", "麋鹿吃草。");
    Path kept;
    try (var files = Files.list(folder)) {
      kept = files.filter(file -> !file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    Files.writeString(kept, "rotten");
    Item item = only();
    assertThat(Assertions.catchThrowable(() -> item.opening().open()))
        .isInstanceOf(IOException.class);

    visit();

    assertThat(open(only()).text()).contains("麋鹿吃草。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "example.org",
        "http://a:b@example.org/"
      })
  void anAddressThatIsNoSitesIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteSource(URI.create(address), folder, INTAKE, LIMITS));
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DnsResolver resolver(String address) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(address)};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private String loc(String path) {
    return "<url><loc>" + web.address(path) + "</loc></url>";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private Item only() {
    assertThat(source.list().items()).hasSize(1);
    return source.list().items().getFirst();
  }
}
