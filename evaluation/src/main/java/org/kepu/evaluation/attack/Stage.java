package org.kepu.evaluation.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.evaluation.attack.Attempt.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service with somebody signed in, a paired terminal, a registered site and a thing of each kind,
 * so that requests get as far as they can.
 */
final class Stage {

  static final String SITE = "fuzz";
  static final String ORIGIN = "https://fuzz.example";
  static final String OTHER_ORIGIN = "https://other.example";

  /** The one whose token is used; attacks know another. */
  private static final String HELD = "held-1";

  private static final String KNOWN = "known-1";
  private static final String NAME = "fuzzer";
  private static final String PASSWORD = "a long enough password 7";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern LINK = Pattern.compile("/admin#setup=([A-Za-z0-9_-]+)");
  private static final JsonMapper JSON = new JsonMapper();

  /** What lifts the limits a visitor has, which are not what is looked at. */
  static final List<String> SETTINGS =
      List.of(
          "--kepu.chat.questions-per-minute=1000000",
          "--kepu.chat.reader-tokens=0",
          "--kepu.account.tries=1000000",
          "--kepu.web.token-lasts=1m",
          "--kepu.web.sites[0].id=" + SITE,
          "--kepu.web.sites[0].origins=" + ORIGIN,
          "--kepu.web.sites[1].id=other",
          "--kepu.web.sites[1].origins=" + OTHER_ORIGIN,
          "--kepu.kiosk.operator-code=384756",
          "--logging.level.org.kepu.assistant.config.SetUpLink=info");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ReentrantLock renewing = new ReentrantLock();
  private final Map<String, List<String>> ids = new HashMap<>();
  private final String url;
  private volatile Session session;
  private volatile String terminal = "";
  private volatile SiteToken site = new SiteToken("", 0);

  /**
   * Makes the first account and what else is needed.
   *
   * @param said what the service said, with the link that makes the first account
   */
  Stage(String url, Path said) {
    this.url = url;
    this.session = begin(link(said));
    furnish();
    pair();
    renewSite();
  }

  /**
   * What a browser holds of somebody who signed in.
   *
   * @param secret of the session
   * @param csrfCookie what belongs to the token
   * @param csrf token against forged requests
   */
  record Session(String secret, String csrfCookie, String csrf) {

    /** The headers that show it, with another token. */
    List<Header> with(String token) {
      return List.of(
          new Header("Cookie", "kepu_session=" + secret + "; kepu_csrf=" + csrfCookie),
          new Header("X-CSRF-Token", token));
    }

    List<Header> headers() {
      return with(csrf);
    }

    /** The same visitor with another session. */
    Session of(String other) {
      return new Session(other, csrfCookie, csrf);
    }
  }

  /** A site's token, and when it was had, in {@link System#nanoTime()}. */
  record SiteToken(String value, long had) {}

  Session session() {
    return session;
  }

  String terminal() {
    return terminal;
  }

  String site() {
    if (System.nanoTime() - site.had() > Duration.ofSeconds(30).toNanos()) {
      renewSite();
    }
    return site.value();
  }

  /** Ids of things that are there, by the path that leads to them. */
  List<String> ids(Operation operation, String parameter) {
    return ids.entrySet().stream()
        .filter(entry -> operation.path().startsWith(entry.getKey()))
        .filter(entry -> !parameter.equals("number") || entry.getKey().contains("tickets"))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** The headers by which a caller is known. */
  List<Header> credentials(Caller caller, long number) {
    Session now = session;
    return switch (caller) {
      case ANYBODY -> List.of();
      case ADMIN -> now.headers();
      case FORGED_SESSION -> now.of(altered(now.secret(), number)).headers();
      case NO_CSRF_TOKEN -> List.of(new Header("Cookie", "kepu_session=" + now.secret()));
      case WRONG_CSRF_TOKEN -> now.with(altered(now.csrf(), number));
      case TERMINAL -> List.of(new Header("Cookie", "kepu_terminal=" + terminal));
      case FORGED_TERMINAL ->
          List.of(new Header("Cookie", "kepu_terminal=" + altered(terminal, number)));
      case SITE -> ofSite(ORIGIN, site());
      case FORGED_SITE -> forgedSite(number);
    };
  }

  private List<Header> forgedSite(long number) {
    List<String> forged = CredentialChecks.forgedSiteTokens(site(), ORIGIN);
    int which = Math.floorMod(number, forged.size() + 2);
    if (which == forged.size()) {
      return ofSite(OTHER_ORIGIN, site());
    }
    return which > forged.size() ? ofSite("null", site()) : ofSite(ORIGIN, forged.get(which));
  }

  static List<Header> ofSite(String origin, String token) {
    return List.of(new Header("Origin", origin), new Header("X-Kepu-Site-Token", token));
  }

  /** With one letter changed: which one depends on {@code number}. */
  static String altered(String token, long number) {
    if (token.isEmpty()) {
      return "a";
    }
    // The last letter may carry bits that decoders pass over.
    int at = Math.floorMod(number, Math.max(1, token.length() - 1));
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  /** Signs in again if {@code lost} is still what is held. */
  void signInAgain(Session lost) {
    renewing.lock();
    try {
      if (session.equals(lost)) {
        session = signIn();
      }
    } finally {
      renewing.unlock();
    }
  }

  /** Signs in at the front door. */
  Session signIn() {
    return opened("/api/v1/account/session", json("name", NAME, "password", PASSWORD));
  }

  private Session begin(String link) {
    return opened("/api/v1/account/setup", json("link", link, "name", NAME, "password", PASSWORD));
  }

  private Session opened(String path, String body) {
    HttpResponse<String> state = exchange(request("/api/v1/account").build());
    Session nobody =
        new Session(
            "", secret(state, "kepu_csrf"), tree(state).path("csrf").path("token").asString());
    return nobody.of(secret(send("POST", path, body, nobody), "kepu_session"));
  }

  private void furnish() {
    ids.put("/api/v1/documents/", List.of("milu-name"));
    ids.put("/v1/models/", List.of("kepu"));
    for (String id : List.of(HELD, KNOWN)) {
      send(
          "POST",
          "/api/v1/admin/terminals",
          json("id", id, "name", "t", "venue", "milu", "opens", "09:00", "closes", "17:00"),
          session);
    }
    ids.put("/api/v1/admin/terminals/", List.of(KNOWN));
    JsonNode answer = tree(send("POST", "/api/v1/chat", json("question", "麋鹿吃什么？"), session));
    ids.put("/api/v1/answers/", List.of(answer.path("answerId").asString()));
    ids.put("/api/v1/conversations/", List.of(answer.path("conversationId").asString()));
    JsonNode ticket =
        tree(
            send(
                "POST",
                "/api/v1/answers/" + answer.path("answerId").asString() + "/corrections",
                json("text", "这里写错了"),
                session));
    ids.put("/api/v1/tickets/", List.of(ticket.path("number").asString()));
    ids.put("/api/v1/admin/corrections/", List.of(ticket.path("number").asString()));
    JsonNode account =
        tree(
            send(
                "POST",
                "/api/v1/admin/accounts",
                "{\"name\":\"known\",\"displayName\":\"Known\",\"roles\":[\"educator\"],\"venues\":[]}",
                session));
    String known = account.path("account").path("id").asString(account.path("id").asString(""));
    ids.put("/api/v1/admin/accounts/", List.of(known));
    String plan = UUID.nameUUIDFromBytes(new byte[] {7}).toString();
    send(
        "PUT",
        "/api/v1/admin/plans/" + plan,
        "{\"name\":\"plan\",\"first\":\"2026-01-01\",\"last\":\"2026-12-31\",\"activities\":1,"
            + "\"books\":0,\"products\":0,\"visits\":0}",
        session);
    ids.put("/api/v1/admin/plans/", List.of(plan));
    JsonNode set =
        tree(
            send(
                "POST",
                "/api/v1/educator/item-sets",
                "{\"title\":\"麋鹿\",\"exhibit\":\"麋鹿\",\"kinds\":{\"single_choice\":2}}",
                session));
    ids.put("/api/v1/educator/item-sets/", List.of(set.path("id").asString()));
  }

  /** Pairs a device with the terminal whose token is used. */
  void pair() {
    JsonNode code = tree(send("POST", "/api/v1/admin/terminals/" + HELD + "/code", "", session));
    HttpResponse<String> response =
        send("POST", "/api/v1/kiosk/pair", json("code", code.path("code").asString()), session);
    terminal = secret(response, "kepu_terminal");
  }

  private void renewSite() {
    site = new SiteToken(siteToken(SITE, ORIGIN), System.nanoTime());
  }

  /** A token for pages of a site. */
  String siteToken(String id, String origin) {
    HttpRequest request = request("/api/v1/config?site=" + id).header("Origin", origin).build();
    return tree(exchange(request)).path("token").asString();
  }

  private HttpResponse<String> send(String method, String path, String body, Session as) {
    HttpRequest.Builder request =
        request(path)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    as.headers().forEach(header -> request.header(header.name(), header.value()));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> response = exchange(request.build());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "The stage cannot be set: %s %s is %d %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
    return response;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The service cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static String secret(HttpResponse<String> response, String cookie) {
    List<Header> headers = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, all) -> all.forEach(v -> headers.add(new Header(name, v))));
    return new Answer(response.statusCode(), headers, new byte[0], 0, "", false, true)
        .cookie(cookie);
  }

  private static JsonNode tree(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private static String json(String... pairs) {
    Map<String, String> object = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put(pairs[i], pairs[i + 1]);
    }
    return JSON.writeValueAsString(object);
  }

  private static String link(Path said) {
    try {
      Matcher link = LINK.matcher(Files.readString(said));
      if (link.find()) {
        return link.group(1);
      }
      throw new IllegalStateException("The service printed no link for the first account: " + said);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + said, e);
    }
  }
}
