package org.kepu.assistant;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.account.Secret;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who works with a service under test, signed in or not. Speaks HTTP as a browser does:
 * with a session's cookie and, where something is changed, the token against forged requests.
 */
public final class Staff {

  private final Client client;
  private final String session;

  private Staff(Client client, String session) {
    this.client = client;
    this.session = session;
  }

  /** Nobody: a visitor. */
  public static Staff nobody(Client client) {
    return new Staff(client, "");
  }

  /** A new account, with a session opened beside the front door: signing in takes its time. */
  public static Staff with(Client client, Accounts accounts, Set<Role> roles, String... venues) {
    String name = "t" + UUID.randomUUID();
    Account account =
        new Account(
            UUID.randomUUID(),
            name,
            name,
            roles,
            new TreeSet<>(List.of(venues)),
            true,
            Instant.EPOCH);
    accounts.add(account);
    String secret = Secret.random();
    accounts.open(account.id(), secret, Instant.now());
    return new Staff(client, "kepu_session=" + secret);
  }

  /** Whoever holds the session that a response opened. */
  public static Staff of(Client client, Response signedIn) {
    return new Staff(client, cookies(signedIn));
  }

  public Response get(String path) {
    return client.get(path, "Cookie", session);
  }

  public Response post(String path, String body) {
    return send("POST", path, body);
  }

  public Response put(String path, String body) {
    return send("PUT", path, body);
  }

  /** Sends JSON with the token, or without a body where it is empty. */
  public Response send(String method, String path, String body) {
    Response state = get("/api/v1/account");
    JsonNode csrf = state.json().path("csrf");
    List<String> headers = new ArrayList<>();
    headers.add("Cookie");
    headers.add(session.isEmpty() ? cookies(state) : session + "; " + cookies(state));
    headers.add(csrf.path("header").asString());
    headers.add(csrf.path("token").asString());
    headers.add("Content-Type");
    headers.add("application/json");
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return client.send(method, path, publisher, headers.toArray(String[]::new));
  }

  private static String cookies(Response response) {
    return response.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .collect(Collectors.joining("; "));
  }
}
