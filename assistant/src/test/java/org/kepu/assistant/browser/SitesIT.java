package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The widget on web sites of others: those that are registered, and those that are not. */
class SitesIT {

  private static final String DEVICE_TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  private static OtherSite registered;
  private static OtherSite foreign;
  private static Service service;
  private static Client client;
  private static String host;

  @BeforeAll
  static void start() {
    registered = new OtherSite();
    foreign = new OtherSite();
    service =
        Service.start(
            IndexedHome.named("sites"),
            "kepu.chat.questions-per-minute=1000",
            "kepu.web.filing-number=京备0001",
            "kepu.web.sites[0].id=academy",
            "kepu.web.sites[0].origins=" + registered.origin(),
            "kepu.web.sites[0].venue=milu",
            "kepu.web.sites[0].greeting=欢迎来到学会的网站",
            "kepu.web.sites[1].id=app",
            "kepu.web.sites[1].device-token=" + DEVICE_TOKEN);
    client = service.client();
    host = client.address();
  }

  @AfterAll
  static void stop() {
    service.close();
    registered.close();
    foreign.close();
  }

  @Test
  void aPageOfARegisteredSiteIsGivenATokenAndAsksWithIt() {
    Client.Response config =
        client.get("/api/v1/config?site=academy", "Origin", registered.origin());

    assertThat(config.status()).isEqualTo(200);
    assertThat(config.header("Access-Control-Allow-Origin")).isEqualTo(registered.origin());
    assertThat(config.header("Vary")).contains("Origin");
    assertThat(config.json().path("venue").asString()).isEqualTo("milu");
    assertThat(config.json().path("filingNumber").asString()).isEqualTo("京备0001");
    assertThat(
            ask(registered.origin(), "X-Kepu-Site-Token", config.json().path("token").asString())
                .json()
                .path("outcome")
                .asString())
        .isEqualTo("answered");
  }

  @Test
  void aPageWithoutTheTokenIsToldToGetIt() {
    Client.Response refused = ask(registered.origin());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("code").asString()).isEqualTo("site_token_missing");
  }

  @Test
  void aTokenIsOfNoUseToAnotherOrigin() {
    String token =
        client
            .get("/api/v1/config?site=academy", "Origin", registered.origin())
            .json()
            .path("token")
            .asString();

    assertThat(ask(foreign.origin(), "X-Kepu-Site-Token", token).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost:1",
        "null",
        "https://localhost.evil.example",
        "no origin at all"
      })
  void pagesOfOtherOriginsAreRefusedWithAClearMessage(String origin) {
    for (Client.Response refused :
        new Client.Response[] {
          ask(origin),
          client.get("/api/v1/suggestions", "Origin", origin),
          client.get("/api/v1/config?site=academy", "Origin", origin)
        }) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().path("code").asString()).isEqualTo("origin_not_registered");
      assertThat(refused.json().path("detail").asString()).contains("kepu.web.sites");
    }
  }

  @Test
  void anUnknownSiteIsNamed() {
    Client.Response refused = client.get("/api/v1/config?site=x", "Origin", registered.origin());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asString()).contains("“x”");
  }

  @Test
  void browsersMayAskBeforehandForRegisteredPages() {
    Client.Response allowed = preflight("/api/v1/chat", registered.origin());

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Headers")).contains("X-Kepu-Site-Token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/admin/accounts", "/api/v1/account", "/api/v1/kiosk/unlock"})
  void whatOurOwnPagesDoNoOtherPageDoes(String path) {
    Client.Response refused = preflight(path, registered.origin());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void ourOwnPagesNeedNoToken() {
    assertThat(ask(host).json().path("outcome").asString()).isEqualTo("answered");
    assertThat(client.get("/api/v1/config").json().path("token").isNull()).isTrue();
  }

  @Test
  void anAppShowsItsDeviceToken() {
    Client.Response config =
        client.get(
            "/api/v1/config?site=app", "Origin", "null", "X-Kepu-Device-Token", DEVICE_TOKEN);

    assertThat(config.status()).isEqualTo(200);
    assertThat(
            ask("null", "X-Kepu-Site-Token", config.json().path("token").asString())
                .json()
                .path("outcome")
                .asString())
        .isEqualTo("answered");
    assertThat(
            client
                .get("/api/v1/config?site=app", "Origin", "null", "X-Kepu-Device-Token", "guessed")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aVisitorOfARegisteredSiteAsksOnAPageWithAStrictPolicy() {
    registered.serve(
        "/page",
        scriptTag("data-site=\"academy\""),
        "default-src 'self'; script-src %1$s; connect-src %1$s; img-src 'self' data: %1$s"
            .formatted(host));
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      visit.page().navigate(registered.origin() + "/page");
      visit.page().locator("kepu-chat .bubble").click();
      assertThat(visit.page().getByText("欢迎来到学会的网站")).isVisible(PATIENTLY);
      ask(visit.page().locator("kepu-chat"));

      assertThat(visit.page().getByText("麋鹿被叫作“四不像”").first()).isVisible(PATIENTLY);
      assertThat(visit.page().locator("figure img").first()).isVisible();
      assertThat(visit.complaints()).isEmpty();
      visit.picture("other-site");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubble", "inline"})
  void theCodeFromThePageForEmbeddingWorksWhereTheSiteIsRegisteredAndNowhereElse(String form) {
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      Embedding embedding = embedding(visit, form, registered.origin());
      registered.serve("/copied", embedding.code(), embedding.policy());
      visit.page().navigate(registered.origin() + "/copied");
      askFrom(visit, form);

      assertThat(visit.page().getByText("麋鹿被叫作“四不像”").first()).isVisible(PATIENTLY);
      Locator picture = visit.page().locator("figure img").first();
      assertThat(picture).isVisible();
      assertThat(picture).not().hasJSProperty("naturalWidth", 0);

      Embedding elsewhere = embedding(visit, form, foreign.origin());
      foreign.serve("/copied", elsewhere.code(), elsewhere.policy());
      visit.page().navigate(foreign.origin() + "/copied");
      askFrom(visit, form);

      assertThat(visit.page().getByText(elsewhere.refusal()).first()).isVisible(PATIENTLY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/embed"})
  void ourOwnPagesNameTheFilingNumberAtTheirFoot(String path) {
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      visit.page().navigate(host + path);

      assertThat(visit.page().locator("footer")).containsText("备案号：京备0001");
    }
  }

  @Test
  void aVisitorAsksInAFrameOfARegisteredSite() {
    registered.serve(
        "/framed", "<kepu-chat site=\"academy\" mode=\"page\"></kepu-chat>" + scriptTag(""));
    foreign.serve(
        "/outside",
        "<iframe width=800 height=700 src=\"%s/framed\"></iframe>".formatted(registered.origin()));
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      visit.page().navigate(foreign.origin() + "/outside");
      FrameLocator frame = visit.page().frameLocator("iframe");
      ask(frame.locator("kepu-chat"));

      assertThat(frame.getByText("麋鹿被叫作“四不像”").first()).isVisible(PATIENTLY);
    }
  }

  @Test
  void aVisitorAsksInAnAppsViewWithoutAnOrigin() {
    registered.serve(
        "/app",
        "<iframe width=800 height=700 sandbox=\"allow-scripts\" srcdoc='<kepu-chat mode=\"page\" site=\"app\" device-token=\"%s\"></kepu-chat>%s'></iframe>"
            .formatted(DEVICE_TOKEN, scriptTag("")));
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      visit.page().navigate(registered.origin() + "/app");
      FrameLocator frame = visit.page().frameLocator("iframe");
      ask(frame.locator("kepu-chat"));

      assertThat(frame.getByText("麋鹿被叫作“四不像”").first()).isVisible(PATIENTLY);
    }
  }

  @Test
  void aVisitorOfAForeignSiteIsToldThatItIsNotRegistered() {
    foreign.serve("/page", scriptTag("data-site=\"academy\""));
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      visit.page().navigate(foreign.origin() + "/page");
      visit.page().locator("kepu-chat .bubble").click();
      ask(visit.page().locator("kepu-chat"));

      assertThat(visit.page().getByText("没有登记").first()).isVisible(PATIENTLY);
      visit.picture("foreign-site");
    }
  }

  /** What somebody takes from the page for embedding. */
  private record Embedding(String code, String policy, String refusal) {}

  private static Embedding embedding(Visit visit, String form, String origin) {
    Page page = visit.page();
    visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate(host + "/embed#/milu");
    page.locator("input[value=" + form + "]").check();
    page.getByLabel("网站编号").fill("academy");
    page.getByLabel("网站地址").fill(origin + "/learn/");
    page.locator("[data-copy=snippet]").click();
    assertThat(page.locator("[data-copy=snippet]")).hasText("已复制");
    return new Embedding(
        (String) page.evaluate("navigator.clipboard.readText()"),
        page.locator("[data-code=policy]").textContent().split(": ", 2)[1],
        page.locator("[data-refused]").textContent());
  }

  private static void askFrom(Visit visit, String form) {
    if (form.equals("bubble")) {
      visit.page().locator("kepu-chat .bubble").click();
    }
    ask(visit.page().locator("kepu-chat"));
  }

  /** What looks like the registered {@code http://localhost} and is not, and what does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:{foreign}/academy",
        "http://evil.test:{registered}/academy",
        "http://www.localhost:{registered}/academy",
        "http://127.0.0.1:{registered}/academy",
        "http://localhost.evil.test:{registered}/academy",
        "http://l\u043ecalhost.test:{registered}/academy",
        "http://localhost:{registered}/boxed"
      })
  void aVisitorOfAnyForeignPageIsToldSoAndGetsNeitherAnswerNorToken(String template) {
    String chat = "<kepu-chat site=\"academy\" mode=\"page\"></kepu-chat>" + scriptTag("");
    registered.serve("/academy", chat);
    foreign.serve("/academy", chat);
    registered.serve("/boxed", "<iframe sandbox=\"allow-scripts\" src=\"/academy\"></iframe>");
    String address =
        template
            .replace("{registered}", String.valueOf(registered.port()))
            .replace("{foreign}", String.valueOf(foreign.port()));
    String question = "在" + template + "，麋鹿为什么叫“四不像”？";
    List<String> responses = new CopyOnWriteArrayList<>();
    List<String> tokens = new CopyOnWriteArrayList<>();
    try (Visit visit = new Visit(1280, 860, "zh-CN")) {
      Page page = visit.page();
      page.onResponse(response -> note(response, responses));
      page.onRequest(request -> tokens.addAll(tokensOf(request)));
      page.navigate(address);
      Frame frame = page.frames().getLast();
      frame.locator("textarea").fill(question);
      frame.locator("textarea").press("Enter");

      assertThat(frame.getByText("没有登记").first()).isVisible(PATIENTLY);
      assertThat(frame.locator("kepu-answer .sentence")).hasCount(0);
    }
    assertThat(responses).isNotEmpty().allMatch(response -> response.startsWith("403 "));
    assertThat(tokens).isEmpty();
    assertThat(new InteractionRecords(service.bean(JdbcClient.class)).asked(question)).isZero();
  }

  private static void note(Response response, List<String> responses) {
    if (response.url().startsWith(host + "/api/")) {
      responses.add(response.status() + " " + response.url());
    }
  }

  private static List<String> tokensOf(Request request) {
    String token = request.headers().get("x-kepu-site-token");
    return token == null ? List.of() : List.of(token);
  }

  private static void ask(Locator chat) {
    chat.locator("textarea").fill(QUESTION);
    chat.locator("textarea").press("Enter");
  }

  private static Client.Response ask(String origin, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Origin";
    all[1] = origin;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return client.post(Client.CHAT, Client.question(QUESTION), all);
  }

  private static Client.Response preflight(String path, String origin) {
    return client.send(
        "OPTIONS",
        path,
        BodyPublishers.noBody(),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "content-type,x-kepu-site-token");
  }

  private static String scriptTag(String attributes) {
    return "<script type=\"module\" src=\"%s/widget/kepu-chat.js\" %s></script>"
        .formatted(host, attributes);
  }

  /** A web site with a few pages, at an origin of its own. */
  private static final class OtherSite implements AutoCloseable {

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, String> policies = new ConcurrentHashMap<>();
    private final HttpServer server;

    OtherSite() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] page = page(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (policies.containsKey(path)) {
              exchange.getResponseHeaders().set("Content-Security-Policy", policies.get(path));
            }
            exchange.sendResponseHeaders(pages.containsKey(path) ? 200 : 404, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
              body.write(page);
            }
          });
      server.start();
    }

    String origin() {
      return "http://localhost:" + port();
    }

    int port() {
      return server.getAddress().getPort();
    }

    private String page(String path) {
      return pages.getOrDefault(path, "");
    }

    void serve(String path, String body) {
      pages.put(
          path,
          "<!doctype html><html lang=\"zh-CN\"><link rel=\"icon\" href=\"data:,\"><title>网站</title><body>%s</body></html>"
              .formatted(body));
    }

    void serve(String path, String body, String policy) {
      serve(path, body);
      policies.put(path, policy);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
