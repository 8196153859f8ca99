package org.kepu.assistant.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in with the institution's own accounts, at a provider that speaks the protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {

  private Provider provider;
  private Service service;
  private Client client;

  @BeforeAll
  void start() throws Exception {
    provider = new Provider();
    service =
        Service.start(
            IndexedHome.named("oidc"),
            "kepu.oidc.issuer=" + provider.issuer(),
            "kepu.oidc.client-id=kepu",
            "kepu.oidc.client-secret=secret",
            "kepu.oidc.label=学院统一认证");
    client = service.client();
    service
        .bean(Accounts.class)
        .add(
            new Account(
                UUID.randomUUID(),
                "wang",
                "王老师",
                Set.of(Role.CURATOR),
                new TreeSet<>(),
                true,
                Instant.EPOCH));
  }

  @AfterAll
  void stop() {
    service.close();
    provider.close();
  }

  @Test
  void theFormOffersTheInstitutionsOwnSignIn() {
    assertThat(client.get("/api/v1/account").json().path("provider").path("label").asString())
        .isEqualTo("学院统一认证");
  }

  @Test
  void whomTheProviderVouchesForIsWhoTheyAreHere() {
    provider.user = "Wang";
    Response asked = client.get("/oauth2/authorization/kepu");

    Response back = client.get(provider.answerTo(asked), "Cookie", cookie(asked));

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/admin");
    assertThat(
            Staff.of(client, back)
                .get("/api/v1/account")
                .json()
                .path("account")
                .path("displayName")
                .asString())
        .isEqualTo("王老师");
    assertThat(client.get(provider.answerTo(asked), "Cookie", cookie(asked)).header("Location"))
        .as("the same answer again")
        .isEqualTo("/admin#sign-in-failed");
  }

  @Test
  void whoHasNoAccountHereIsNotLetIn() {
    provider.user = "stranger";
    Response asked = client.get("/oauth2/authorization/kepu");

    Response back = client.get(provider.answerTo(asked), "Cookie", cookie(asked));

    assertThat(back.header("Location")).isEqualTo("/admin#unknown-account");
    assertThat(back.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("kepu_session="));
  }

  @Test
  void anAnswerThatWasMadeForAnotherBrowserIsNotTaken() {
    provider.user = "wang";
    Response attackers = client.get("/oauth2/authorization/kepu");
    Response victims = client.get("/oauth2/authorization/kepu");

    for (String cookie : new String[] {"", cookie(victims)}) {
      Response back = client.get(provider.answerTo(attackers), "Cookie", cookie);
      assertThat(back.header("Location")).isEqualTo("/admin#sign-in-failed");
    }
  }

  private static String cookie(Response response) {
    return response.header("Set-Cookie").replaceFirst(";.*", "");
  }

  /** As much of a provider as the flow needs: it vouches for whoever {@link #user} is. */
  private static final class Provider implements AutoCloseable {

    private final RSAKey key;
    private final HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    private volatile String user = "";
    private volatile String nonce = "";

    Provider() throws IOException, JOSEException {
      key = new RSAKeyGenerator(2048).keyID("1").generate();
      server.createContext("/.well-known/openid-configuration", e -> answer(e, description()));
      server.createContext("/jwks", e -> answer(e, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext("/token", e -> answer(e, token()));
      server.start();
    }

    String issuer() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    /** Where the browser is sent once its user has signed in. */
    String answerTo(Response asked) {
      var query =
          UriComponentsBuilder.fromUri(URI.create(asked.header("Location")))
              .build()
              .getQueryParams();
      nonce = String.valueOf(query.getFirst("nonce"));
      return "/login/oauth2/code/kepu?code=1&state=" + query.getFirst("state");
    }

    private String description() {
      return """
      {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
       "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
       "id_token_signing_alg_values_supported":["RS256"]}
      """
          .formatted(issuer());
    }

    private String token() {
      try {
        SignedJWT jwt =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience("kepu")
                    .subject("subject of " + user)
                    .claim("preferred_username", user)
                    .claim("nonce", nonce)
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                    .build());
        jwt.sign(new RSASSASigner(key));
        return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
            .formatted(jwt.serialize());
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
