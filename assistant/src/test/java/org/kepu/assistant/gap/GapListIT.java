package org.kepu.assistant.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import tools.jackson.databind.JsonNode;

/** Questions that nobody answers become gaps, and gaps close when somebody writes the article. */
class GapListIT {

  /** Three subjects that the collection does not have, ten wordings of one question each. */
  private static final Map<String, List<String>> MISSING =
      Map.of(
          "考拉",
          List.of(
              "考拉为什么只吃桉树叶？",
              "考拉为什么吃桉树叶？",
              "考拉怎么只吃桉树的叶子",
              "为什么考拉只吃桉树叶？",
              "考拉吃桉树叶是为什么？",
              "听说考拉只吃桉树叶，是真的吗？",
              "考拉除了桉树叶还吃别的吗",
              "一只考拉为什么只吃桉树叶？",
              "请问考拉到底为什么只吃桉树叶？",
              "考拉是不是只吃桉树叶？"),
          "海马",
          List.of(
              "海马为什么由爸爸生宝宝？",
              "海马为什么是爸爸生宝宝？",
              "为什么海马是爸爸怀孕？",
              "海马爸爸为什么会生宝宝",
              "海马爸爸怎么会生小海马？",
              "听说海马是爸爸生宝宝，是真的吗？",
              "请问海马为什么由爸爸生宝宝？",
              "海马是不是爸爸生宝宝？",
              "海马爸爸生宝宝是怎么回事？",
              "海马怎么由爸爸来生宝宝"),
          "树懒",
          List.of(
              "树懒为什么动作那么慢？",
              "树懒为什么这么慢？",
              "树懒的动作怎么那么慢",
              "为什么树懒行动缓慢？",
              "树懒为什么慢吞吞的？",
              "树懒慢吞吞的是怎么回事？",
              "树懒动得这么慢是为什么",
              "请问树懒为什么动作这么慢？",
              "听说树懒慢得出奇，为什么？",
              "树懒为啥慢悠悠的？"));

  private static final Map<String, String> ARTICLES =
      Map.of(
          "考拉",
          "考拉只吃桉树叶，是因为它们的肠道里有能分解桉树叶毒素的细菌，别的动物吃不了，没有谁来争。桉树叶养分少，考拉一天要睡十几个小时。",
          "海马",
          "海马由爸爸生宝宝，是因为海马妈妈把卵产在海马爸爸肚子上的育儿袋里。卵在育儿袋里受精、长大，海马爸爸供给氧气和养料，过两三个星期就把小海马生出来。",
          "树懒",
          "树懒动作慢，是因为它们吃的树叶养分很少，消化又慢，身体产生的能量不多，只好省着用。慢慢移动也使天敌不容易发现树懒。");

  /** What a program asks is no gap. */
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void thirtyWordingsOfThreeMissingSubjectsAreThreeGapsUntilThereAreArticles() throws Exception {
    Path home = IndexedHome.named("gaps");
    try (Service service =
        Service.start(home, "kepu.chat.questions-per-minute=10000", "kepu.sources.quiet=100ms")) {
      Client client = service.client();
      GapKeeper keeper = service.bean(GapKeeper.class);
      Staff curator = Staff.with(client, service.bean(Accounts.class), Set.of(Role.CURATOR));
      askAll(client);

      keeper.update();

      List<JsonNode> gaps = gaps(curator, true);
      assertThat(gaps).hasSize(3);
      for (JsonNode gap : gaps) {
        assertThat(gap.path("count").asInt()).isEqualTo(10);
        assertThat(gap.path("venues").path("milu").asInt()).isEqualTo(10);
        assertThat(subjects(gap)).as("subjects of one gap").hasSize(1);
      }
      keeper.update();
      assertThat(gaps(curator, true)).as("after another look").isEqualTo(gaps);

      String id = gaps.getFirst().path("id").asString();
      assertThat(curator.put("/api/v1/admin/gaps/" + id, "{\"mine\":true}").status())
          .isEqualTo(204);
      assertThat(gaps(curator, true).getFirst().path("assignee").asString()).startsWith("t");
      Staff ofNature =
          Staff.with(client, service.bean(Accounts.class), Set.of(Role.CURATOR), "nature");
      assertThat(gaps(ofNature, true)).isEmpty();
      assertThat(ofNature.put("/api/v1/admin/gaps/" + id, "{\"open\":false}").status())
          .isEqualTo(403);

      write(home);
      await(client);
      keeper.update();

      assertThat(gaps(curator, true)).isEmpty();
      assertThat(gaps(curator, false))
          .hasSize(3)
          .allMatch(gap -> gap.path("closedBy").asString().equals("replay"));
    }
  }

  private static void askAll(Client client) {
    List<String> questions =
        new ArrayList<>(MISSING.values().stream().flatMap(List::stream).sorted().toList());
    Collections.shuffle(questions, new Random(7));
    List<String> answered = new ArrayList<>();
    for (String question : questions) {
      Response response =
          client.post(
              Client.CHAT,
              Client.question(question, "channel", "web", "venue", "milu"),
              "User-Agent",
              BROWSER);
      if (!response.json().path("outcome").asString().equals("no_source")) {
        // What is answered by something else is voted down, as its visitor would.
        answered.add(question);
        client.post(
            "/api/v1/answers/%s/feedback".formatted(response.json().path("answerId").asString()),
            "{\"vote\":\"down\"}");
      }
    }
    assertThat(answered).as("answered although nothing is there").hasSizeLessThan(10);
  }

  private static List<String> subjects(JsonNode gap) {
    return gap.path("questions")
        .valueStream()
        .map(JsonNode::asString)
        .map(
            question ->
                MISSING.keySet().stream().filter(question::contains).findFirst().orElseThrow())
        .distinct()
        .toList();
  }

  private static List<JsonNode> gaps(Staff staff, boolean open) {
    Response response = staff.get("/api/v1/admin/gaps?open=" + open);
    assertThat(response.status()).isEqualTo(200);
    return response.json().valueStream().toList();
  }

  private static void write(Path home) throws IOException {
    Path documents = Files.createDirectories(home.resolve("documents"));
    for (Map.Entry<String, String> article : ARTICLES.entrySet()) {
      Files.writeString(
          documents.resolve(article.getKey() + ".md"),
          "# %s\n\n## %s\n\n%s\n"
              .formatted(article.getKey(), firstOf(article.getKey()), article.getValue()));
    }
  }

  private static void await(Client client) throws InterruptedException {
    long deadline = System.nanoTime() + 180_000_000_000L;
    while (!ARTICLES.keySet().stream()
        .allMatch(
            subject ->
                client
                    .ask(firstOf(subject))
                    .json()
                    .path("outcome")
                    .asString()
                    .equals("answered"))) {
      assertThat(System.nanoTime()).as("waiting for the articles").isLessThan(deadline);
      Thread.sleep(1000);
    }
  }

  private static String firstOf(String subject) {
    return Objects.requireNonNull(MISSING.get(subject)).getFirst();
  }
}
