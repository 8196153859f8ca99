package org.kepu.assistant.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.security.SecurityLog;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** From the first start on: the printed link, a colleague, another node. */
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {

  private static final Pattern LINK = Pattern.compile("/admin#setup=(\\S+)");
  private static final String PASSWORD = "correct horse battery";

  @Test
  void theFirstStartPrintsALinkFromWhichAllElseFollows(CapturedOutput output) throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      fromTheLinkOn("kepu.database.url=" + postgres.getJdbcUrl("postgres", "postgres"), output);
    }
  }

  private static void fromTheLinkOn(String url, CapturedOutput output) {
    try (Service service = Service.start(IndexedHome.named("sign-in"), url)) {
      Matcher printed = LINK.matcher(output.getOut());
      assertThat(printed.find()).as("the printed link").isTrue();
      String link = printed.group(1);
      Staff nobody = Staff.nobody(service.client());
      assertThat(nobody.get("/api/v1/account").json().path("setUp").asBoolean()).isTrue();
      assertThat(nobody.get("/api/v1/admin/accounts").status()).isEqualTo(401);

      String setUp =
          "{\"link\":\"%s\",\"name\":\"Wang\",\"password\":\"%s\"}".formatted(link, PASSWORD);
      assertThat(nobody.post("/api/v1/account/setup", setUp.replace(PASSWORD, "short")).status())
          .isEqualTo(400);
      Response created = nobody.post("/api/v1/account/setup", setUp);
      assertThat(created.status()).isEqualTo(200);
      assertThat(nobody.post("/api/v1/account/setup", setUp).status()).as("again").isEqualTo(403);
      assertThat(created.headers().allValues("Set-Cookie"))
          .anyMatch(
              cookie ->
                  cookie.startsWith("kepu_session=")
                      && cookie.toLowerCase(java.util.Locale.ROOT).contains("httponly")
                      && cookie.contains("SameSite=Lax"));

      Staff admin = Staff.of(service.client(), created);
      Response added =
          admin.post(
              "/api/v1/admin/accounts",
              "{\"name\":\"li\",\"displayName\":\"李老师\",\"roles\":[\"educator\"],\"venues\":[\"milu\"]}");
      assertThat(added.status()).isEqualTo(201);
      String id = added.json().path("account").path("id").asString();
      Response opened =
          nobody.post(
              "/api/v1/account/link",
              "{\"link\":\"%s\",\"password\":\"another long password\"}"
                  .formatted(added.json().path("link").asString()));
      assertThat(opened.status()).isEqualTo(200);
      Staff educator = Staff.of(service.client(), opened);
      assertThat(name(educator)).isEqualTo("李老师");
      assertThat(educator.get("/api/v1/admin/accounts").status()).isEqualTo(403);

      try (Service secondNode = Service.start(IndexedHome.named("sign-in-2"), url)) {
        assertThat(name(Staff.of(secondNode.client(), opened))).isEqualTo("李老师");
        Response changed =
            Staff.of(secondNode.client(), created)
                .put(
                    "/api/v1/admin/accounts/" + id,
                    "{\"displayName\":\"李老师\",\"roles\":[\"educator\",\"analyst\"],\"venues\":[]}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(name(educator)).as("after a change of roles, on the first node").isEmpty();

        assertThat(wrong(nobody, 5)).isEqualTo(429);
        assertThat(
                nobody
                    .post(
                        "/api/v1/account/session",
                        "{\"name\":\"wang\",\"password\":\"%s\"}".formatted(PASSWORD))
                    .status())
            .as("locked")
            .isEqualTo(429);
        assertThat(name(admin)).as("who is in stays in").isEqualTo("wang");
        assertThat(admin.send("DELETE", "/api/v1/account/session", "").status()).isEqualTo(204);
        assertThat(name(admin)).isEmpty();

        SecurityLog log = service.bean(SecurityLog.class);
        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.newest(Long.MAX_VALUE, 100))
            .extracting(entry -> entry.act() + " " + entry.detail())
            .contains(
                "administered wang POST /api/v1/admin/accounts",
                "administered wang PUT /api/v1/admin/accounts/" + id,
                "account_changed li by wang, roles educator+analyst, venues all",
                "account_locked wang",
                "signed_out wang");
      }
    }
  }

  private static int wrong(Staff nobody, int times) {
    int status = 0;
    for (int i = 0; i < times; i++) {
      status =
          nobody
              .post("/api/v1/account/session", "{\"name\":\"wang\",\"password\":\"wrong\"}")
              .status();
    }
    return status;
  }

  private static String name(Staff staff) {
    return staff.get("/api/v1/account").json().path("account").path("displayName").asString("");
  }

  @Test
  void whatIsForgedIsTurnedAway() {
    try (Service service = Service.start(IndexedHome.named("forged"))) {
      Client client = service.client();

      assertThat(client.post("/api/v1/account/session", "{}").json().path("code").asString())
          .isEqualTo("csrf_token");
      assertThat(client.ask("麋鹿吃什么？").status()).as("visitors need no token").isEqualTo(200);
    }
  }
}
