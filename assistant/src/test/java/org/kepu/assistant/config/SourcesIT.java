package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an institute puts into the home folder is answered from, and no longer once it is gone. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class SourcesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path home = IndexedHome.empty("sources");
  private Service service;
  private Client client;

  @BeforeAll
  void start() {
    service =
        Service.start(
            home,
            "kepu.sources.collection=false",
            "kepu.sources.quiet=300ms",
            "kepu.sources.look=200ms");
    client = service.client();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void aPdfIsCitedWithItsPageAndForgottenWhenItIsDeleted() throws Exception {
    String question = "夜鹭灯谜会在哪里集合？";
    await(question, response -> response.status() == 200 && !response.text().contains("蓝色鸟屋"));
    Path file = drop("夜间观鸟.pdf");

    Response answer = await(question, response -> response.text().contains("蓝色鸟屋"));

    JsonNode citation = answer.json().path("citations").get(0);
    assertThat(citation.path("page").asInt()).isEqualTo(2);
    assertThat(citation.path("title").asString()).contains("夜间观鸟");
    assertThat(citation.path("quote").asString()).contains("蓝色鸟屋");
    Response document = client.get(citation.path("url").asString());
    assertThat(document.status()).isEqualTo(200);
    String text = document.json().path("text").asString();
    assertThat(text.substring(citation.path("start").asInt(), citation.path("end").asInt()))
        .isEqualTo(citation.path("quote").asString());

    Files.delete(file);
    await(question, response -> !response.text().contains("蓝色鸟屋"));
    assertThat(client.get(citation.path("url").asString()).status())
        .as("an old citation still points at its text")
        .isEqualTo(200);
  }

  @Test
  void aWordFileIsAnsweredFromUnderANewNameToo() throws Exception {
    String question = "蜜獾讲解岗的暗号是什么？";
    Path file = drop("志愿者守则.docx");
    await(question, response -> response.text().contains("三号工具箱"));

    Files.createDirectories(home.resolve("documents/守则"));
    Files.move(file, home.resolve("documents/守则/讲解岗.docx"));

    Response answer =
        await(
            question,
            response ->
                response
                    .json()
                    .path("citations")
                    .path(0)
                    .path("documentId")
                    .asString("")
                    .contains("讲解岗"));
    assertThat(answer.text()).contains("三号工具箱");
  }

  @Test
  void anArticleIsFollowedThroughItsChanges() throws Exception {
    String question = "雪豹书签多少钱一枚？";
    Path file = home.resolve("documents/书签.md");
    Files.writeString(file, "# 纪念品\n\n## 雪豹书签多少钱一枚？\n\n雪豹书签每枚十一元。\n");
    await(question, response -> response.text().contains("每枚十一元"));

    Files.writeString(file, "# 纪念品\n\n## 雪豹书签多少钱一枚？\n\n雪豹书签每枚十三元。\n");
    Response answer = await(question, response -> response.text().contains("每枚十三元"));

    assertThat(answer.text()).doesNotContain("十一元");
  }

  @Test
  void aCuratedAnswerIsGivenWithItsReviewerAndNotAfterItsLastDay() throws Exception {
    Files.writeString(
        home.resolve("answers.csv"),
        """
        question,answer,reviewer,reviewedOn,validTo,source
        河狸邮局几点盖最后一个戳？,河狸邮局在下午四点半盖最后一个戳。,赵老师,2026-11-01,2099-12-31,邮局告示
        河狸邮局的胶水是什么味道？,胶水是枫糖味道。,赵老师,2020-01-01,2020-12-31,邮局告示
        河狸邮局收旧邮票吗？,收旧邮票。,,2026-11-01,,邮局告示
        """);

    Response answer = await("河狸邮局几点盖最后一个戳？", response -> response.text().contains("下午四点半"));

    assertThat(answer.json().path("citations").get(0).path("source").asString())
        .isEqualTo("邮局告示；审核人：赵老师");
    assertThat(client.ask("河狸邮局的胶水是什么味道？").text()).doesNotContain("枫糖");
    assertThat(client.ask("河狸邮局收旧邮票吗？").text()).doesNotContain("收旧邮票。");
    assertThat(quarantine("answers.csv/第 4 行")).contains("审核人");
  }

  @Test
  void whatCannotBeReadIsListedWithTheReasonAndStopsNobody() throws Exception {
    Files.writeString(home.resolve("documents/坏文件.docx"), "PK not a zip");
    Files.writeString(home.resolve("documents/影片.mp4"), "x");

    awaitTrue(() -> !quarantine("documents/坏文件.docx").isEmpty());

    assertThat(quarantine("documents/影片.mp4")).contains("不支持");
    assertThat(client.ask("麋鹿吃什么？").status()).isEqualTo(200);
  }

  private String quarantine(String id) throws IOException {
    Path list = home.resolve("quarantine.json");
    if (!Files.exists(list)) {
      return "";
    }
    for (JsonNode left : new JsonMapper().readTree(Files.readAllBytes(list)).path("quarantined")) {
      if (left.path("id").asString().equals(id)) {
        return left.path("reason").asString();
      }
    }
    return "";
  }

  private Path drop(String name) throws IOException {
    Path file = home.resolve("documents").resolve(name);
    try (InputStream in = SourcesIT.class.getResourceAsStream("/sources/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), file);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    return file;
  }

  private Response await(String question, Predicate<Response> expected)
      throws InterruptedException {
    Response[] last = new Response[1];
    awaitTrue(
        () -> {
          last[0] = client.ask(question);
          return expected.test(last[0]);
        });
    return last[0];
  }

  private static void awaitTrue(Check check) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(check)) {
      assertThat(System.nanoTime()).as("waiting for the index to follow").isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static boolean holds(Check check) {
    try {
      return check.holds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Check {
    boolean holds() throws IOException;
  }
}
