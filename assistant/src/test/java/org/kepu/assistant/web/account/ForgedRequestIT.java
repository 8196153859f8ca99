package org.kepu.assistant.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A token against forged requests that is wrong is wrong, however it is: never our failure. */
@ServiceTest
class ForgedRequestIT {

  private static final String SIGN_IN = "/api/v1/account/session";
  private static final String NOBODY = "{\"name\":\"nobody\",\"password\":\"nothing at all\"}";

  @LocalServerPort private int port;

  @Test
  void aTokenWhoseBytesAreNoTextIsRefused() {
    Client client = new Client(port);
    Response state = client.get("/api/v1/account");
    byte[] token = Base64.getUrlDecoder().decode(state.json().at("/csrf/token").asString());
    for (int i = 0; i < token.length; i++) {
      byte[] altered = token.clone();
      altered[i] ^= (byte) 0xFF;
      assertRefused(signIn(client, state, Base64.getUrlEncoder().encodeToString(altered)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "not Base64 at all!", "////", "AAAA", "null"})
  void soIsOneThatIsNoToken(String token) {
    Client client = new Client(port);
    assertRefused(signIn(client, client.get("/api/v1/account"), token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/admin/accounts;a=b",
        "/api/v1/admin/%2e%2e/accounts",
        "/api/v1/admin/accounts%00",
        "/api/v1/admin//accounts",
        "/api/v1/admin/a%2fb"
      })
  void anAddressThatIsWrittenOddlyOpensNothingAndIsToldWhy(String path) {
    Response response = new Client(port).get(path);
    assertThat(response.status()).isBetween(400, 404);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
  }

  private static Response signIn(Client client, Response state, String token) {
    String cookie = state.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    return client.send(
        "POST",
        SIGN_IN,
        BodyPublishers.ofString(NOBODY),
        "Cookie",
        cookie,
        state.json().at("/csrf/header").asString(),
        token);
  }

  private static void assertRefused(Response response) {
    assertThat(response.status()).as(response.text()).isEqualTo(403);
    assertThat(response.json().path("code").asString()).isEqualTo("csrf_token");
  }
}
