package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures that answers carry. */
@ServiceTest
class MediaIT {

  @LocalServerPort private int port;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void aPictureMayDrawAndBeKeptADayAndNothingElse() {
    Response response = client.get("/media/astro-orion.svg");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(response.header("Cache-Control")).contains("max-age=86400", "public");
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.text()).contains("<svg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/media/nothing.svg",
        "/media/..%2fnames.yaml",
        "/media/..%2Fnames.yaml",
        "/media/%2e%2e%2fnames.yaml",
        "/media/ASTRO-ORION.SVG",
        "/media/astro-orion.svg%00",
        "/media/%E9%BA%8B%E9%B9%BF"
      })
  void anyOtherNameIsNoPicture(String path) {
    Response response = client.get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("Content-Type")).startsWith("application/problem+json");
    assertThat(response.json().path("code").asString()).isEqualTo("picture_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/media", "/media/", "/media/a/b.svg"})
  void anyOtherPathIsNotThere(String path) {
    assertThat(client.get(path).status()).isEqualTo(404);
  }
}
