package org.kepu.evaluation.attack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.kepu.evaluation.attack.Attempt.Framing;
import org.kepu.evaluation.attack.Attempt.Header;
import org.kepu.evaluation.attack.Stage.Session;
import tools.jackson.databind.json.JsonMapper;

/** What must not let anybody in: secrets that were planted, used up, ended, altered or expired. */
final class CredentialChecks {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private static final Operation LOG =
      new Operation("GET", "/api/v1/admin/security-log", List.of(), List.of());
  private static final Operation SIGN_IN =
      new Operation("POST", "/api/v1/account/session", List.of(), List.of());
  private static final Operation SIGN_OUT =
      new Operation("DELETE", "/api/v1/account/session", List.of(), List.of());
  private static final Operation LINK =
      new Operation("POST", "/api/v1/account/setup", List.of(), List.of());
  private static final Operation CODE =
      new Operation("POST", "/api/v1/admin/terminals/{id}/code", List.of(), List.of());
  private static final Operation UNPAIR =
      new Operation("DELETE", "/api/v1/admin/terminals/{id}/token", List.of(), List.of());
  private static final Operation PAIR =
      new Operation("POST", "/api/v1/kiosk/pair", List.of(), List.of());
  private static final Operation CONFIGURATION =
      new Operation("GET", "/api/v1/kiosk/configuration", List.of(), List.of());
  private static final Operation SUGGESTIONS =
      new Operation("GET", "/api/v1/suggestions", List.of(), List.of());

  private final Wire wire;
  private final Stage stage;
  private final List<Check> checks = new ArrayList<>();

  CredentialChecks(Wire wire, Stage stage) {
    this.wire = wire;
    this.stage = stage;
  }

  /**
   * A check.
   *
   * @param status that answered it
   */
  record Check(String what, boolean held, int status) {}

  /** Tries all but what takes a minute. */
  List<Check> all() {
    plantedSession();
    endedSession();
    anotherUse();
    csrf();
    siteTokens();
    return List.copyOf(checks);
  }

  /** A session's secret that somebody planted before is not the one that signing in gives. */
  private void plantedSession() {
    String planted = "planted-by-somebody-else-0123456789";
    Session mine = stage.signIn();
    Answer answer =
        send(
            SIGN_IN,
            SIGN_IN.path(),
            Map.of("name", "fuzzer", "password", "wrong"),
            mine.of(planted).headers());
    checks.add(
        new Check("a wrong password opens nothing", answer.status() == 401, answer.status()));
    Session fresh = stage.signIn();
    checks.add(
        new Check(
            "signing in gives another secret each time",
            !fresh.secret().equals(mine.secret()) && fresh.secret().length() >= 32,
            200));
    refused("a planted session is worth nothing", look(planted));
  }

  private void endedSession() {
    Session session = stage.signIn();
    checks.add(new Check("a session lets in", look(session.secret()).succeeded(), 200));
    send(SIGN_OUT, SIGN_OUT.path(), null, session.headers());
    refused("a session that was signed out is worth nothing", look(session.secret()));
    refused("an empty session", look(""));
    refused("a session with another's letter", look(Stage.altered(stage.session().secret(), 3)));
    refused("a session twice as long", look(stage.session().secret().repeat(2)));
  }

  private void anotherUse() {
    Session admin = stage.session();
    List<Header> signedIn = admin.headers();
    refused(
        "the first account's link cannot be used again",
        send(
            LINK,
            LINK.path(),
            Map.of("link", "used-up", "name", "second", "password", "a long enough password 8"),
            signedIn));
    String path = CODE.path().replace("{id}", "known-1");
    String code =
        JSON.readTree(send(CODE, path, Map.of(), signedIn).text()).path("code").asString();
    Answer paired = send(PAIR, PAIR.path(), Map.of("code", code), List.of());
    checks.add(new Check("a code pairs a device", paired.succeeded(), paired.status()));
    refused(
        "a code cannot be used again", send(PAIR, PAIR.path(), Map.of("code", code), List.of()));
    List<Header> device =
        List.of(new Header("Cookie", "kepu_terminal=" + paired.cookie("kepu_terminal")));
    checks.add(
        new Check(
            "a terminal's token lets in",
            send(CONFIGURATION, CONFIGURATION.path(), null, device).succeeded(),
            200));
    send(UNPAIR, UNPAIR.path().replace("{id}", "known-1"), null, signedIn);
    refused(
        "a terminal's token that was taken away",
        send(CONFIGURATION, CONFIGURATION.path(), null, device));
  }

  private void csrf() {
    Session admin = stage.session();
    String path = CODE.path().replace("{id}", "known-1");
    refused(
        "a change without the token against forged requests",
        send(
            CODE, path, Map.of(), List.of(new Header("Cookie", "kepu_session=" + admin.secret()))));
    refused(
        "a change with the token in the cookie alone",
        send(CODE, path, Map.of(), admin.headers().subList(0, 1)));
    refused(
        "a change with another token", send(CODE, path, Map.of(), admin.with("0" + admin.csrf())));
  }

  private void siteTokens() {
    String token = stage.siteToken(Stage.SITE, Stage.ORIGIN);
    checks.add(
        new Check("a site's token lets its pages in", ask(Stage.ORIGIN, token).succeeded(), 200));
    int i = 0;
    for (String forged : forgedSiteTokens(token, Stage.ORIGIN)) {
      refused("forged site token " + ++i, ask(Stage.ORIGIN, forged));
    }
    refused(
        "another site's token", ask(Stage.ORIGIN, stage.siteToken("other", Stage.OTHER_ORIGIN)));
    refused("a site's token from another origin", ask(Stage.OTHER_ORIGIN, token));
    refused("a site's token from an origin like it", ask("https://fuzz.example.evil", token));
    refused("a site's token from no page", ask("null", token));
  }

  /** A token of a minute, after more than that: waits. */
  Check expiredSiteToken() throws InterruptedException {
    String token = stage.siteToken(Stage.SITE, Stage.ORIGIN);
    Thread.sleep(Duration.ofSeconds(62));
    Answer answer = ask(Stage.ORIGIN, token);
    return new Check("an expired site's token", answer.status() == 403, answer.status());
  }

  /** Tokens that look like {@code token} and were not made by the service. */
  static List<String> forgedSiteTokens(String token, String origin) {
    String claims = token.replaceFirst("\\..*", "");
    String signature = token.replaceFirst(".*\\.", "");
    // Later than now, or it might be the very token that was issued.
    String now = String.valueOf(Instant.now().getEpochSecond() + 100);
    return List.of(
        "",
        ".",
        "..",
        claims,
        claims + ".",
        "." + signature,
        claims + "." + Stage.altered(signature, 1),
        Stage.altered(claims, 1) + "." + signature,
        base64("%s %s %s".formatted(Stage.SITE, origin, now)) + "." + signature,
        base64("%s %s %s".formatted(Stage.SITE, origin, Long.MAX_VALUE)) + "." + signature,
        base64("%s %s %s".formatted(Stage.SITE, origin, "-1")) + "." + signature,
        base64("%s %s x %s".formatted(Stage.SITE, origin, now)) + "." + signature,
        base64("{\"alg\":\"none\"}") + "." + base64("{\"sub\":\"fuzz\"}") + ".",
        base64("{\"alg\":\"HS256\"}") + "." + base64("{\"sub\":\"fuzz\"}") + "." + signature,
        claims + "." + signature + "." + signature,
        "a".repeat(2000));
  }

  private Answer look(String secret) {
    return send(LOG, LOG.path(), null, List.of(new Header("Cookie", "kepu_session=" + secret)));
  }

  private Answer ask(String origin, String token) {
    return send(SUGGESTIONS, SUGGESTIONS.path(), null, Stage.ofSite(origin, token));
  }

  private void refused(String what, Answer answer) {
    checks.add(new Check(what, answer.status() == 401 || answer.status() == 403, answer.status()));
  }

  private Answer send(
      Operation operation,
      String path,
      @org.jspecify.annotations.Nullable Map<String, String> body,
      List<Header> credentials) {
    List<Header> headers = new ArrayList<>(credentials);
    byte[] bytes = null;
    if (body != null) {
      headers.add(new Header("Content-Type", "application/json"));
      bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
    return wire.send(
        new Attempt(
            0,
            Trick.NOTHING,
            operation,
            Caller.ANYBODY,
            operation.method(),
            path,
            headers,
            bytes,
            Framing.LENGTH,
            true));
  }

  private static String base64(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
