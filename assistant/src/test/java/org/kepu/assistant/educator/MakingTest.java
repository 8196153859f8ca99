package org.kepu.assistant.educator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.words;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.llm.GuardedModel;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Provider;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.kepu.assistant.educator.gate.Gates;
import org.kepu.assistant.educator.gate.Neighbourhood;
import org.kepu.assistant.educator.gate.Repetition;
import org.kepu.assistant.educator.generation.Flaw;
import org.kepu.assistant.educator.generation.Generator;
import org.kepu.assistant.educator.generation.Limit;
import org.kepu.assistant.educator.generation.ModelMaker;
import org.kepu.assistant.educator.generation.Purse;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.taxon.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A set that models write for says who wrote what. */
class MakingTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

  private static final Document MOON =
      Articles.article(
          "moon-test",
          "月球",
          "## 月球有多大？\n\n月球的直径约3474千米，比地球小。\n\n"
              + "## 月球上有风吗？\n\n月球上没有风雨。\n\n"
              + "## 月球里面有什么？\n\n从里到外，月球分为月核、月幔和月壳。");

  private final FakeModel first = new FakeModel();
  private final FakeModel second = new FakeModel();
  private final SqliteDatabase database;
  private final JdbcClient jdbc;

  MakingTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = JdbcClient.create(database.pool());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    database.close();
  }

  @Test
  void everyModelThatTookPartIsNamedWithWhatItDid() {
    first.says(written("{\"kind\":\"poem\"}", open("月球有多大呢？", "月球的直径约3474千米，比地球小。")));
    first.respondTo("月球上有风吗？", aResponse().withStatus(500));
    first.respondTo("月球里面有什么？", aResponse().withStatus(400));
    second.says(written(open("月球上有什么天气？", "月球上没有风雨。")));
    second.respondTo("月球里面有什么？", aResponse().withStatus(400));

    Made made = run(making());
    List<Slot> slots = made.slots();

    assertThat(made.modelWork())
        .isEqualTo(
            new ModelWork(
                "items-v2",
                List.of(
                    new ModelWork.Part(
                        "qwen3",
                        1,
                        1,
                        Map.of(Flaw.KIND, 1),
                        Map.of(
                            ModelFailureException.Kind.BROKEN,
                            1,
                            ModelFailureException.Kind.REFUSED,
                            1)),
                    new ModelWork.Part(
                        "glm", 1, 1, Map.of(), Map.of(ModelFailureException.Kind.REFUSED, 1))),
                3,
                1,
                null));
    assertThat(slots).extracting(slot -> slot.item().author()).contains("llm:qwen3", "llm:glm");
  }

  @Test
  void theTimeOfModelsIsLimitedForTheWholeSetAndTheRulesMakeTheRest() {
    first.saysSlowly(Duration.ofMillis(1_500), written(open("月球有多大呢？", "月球的直径约3474千米，比地球小。")));

    Making making = making(Duration.ofSeconds(2));
    Made made = run(making);
    List<Slot> slots = made.slots();

    assertThat(made.modelWork().limit()).isEqualTo(Limit.TIME);
    assertThat(made.modelWork().unanswered()).as("no fault of the model's").isZero();
    assertThat(first.requests()).as("the third section is not asked for").hasSizeLessThan(3);
    assertThat(second.requests()).isEmpty();
    assertThat(slots).extracting(slot -> slot.item().author()).contains("");
  }

  @Test
  void anAccountThatHasSpentItsShareGetsTheRestFromTheRules() {
    first.says(written(open("月球有多大呢？", "月球的直径约3474千米，比地球小。")));
    long enoughForOne = 19_000;

    Making making = making(share("wang", enoughForOne));
    Made made = run(making);
    List<Slot> slots = made.slots();

    assertThat(made.modelWork().limit()).isEqualTo(Limit.ACCOUNT);
    assertThat(made.modelWork().sections()).isEqualTo(1);
    assertThat(first.requests()).hasSize(1);
    assertThat(slots).extracting(slot -> slot.item().author()).contains("llm:qwen3", "");
  }

  private static String written(String... items) {
    return words("{\"items\":[" + String.join(",", items) + "]}") + STOP;
  }

  private static String open(String stem, String quote) {
    return "{\"kind\":\"short_answer\",\"stem\":\"%s\",\"quotes\":[\"%s\"]}".formatted(stem, quote);
  }

  private Made run(Making making) {
    List<Place> places =
        MOON.sections().stream()
            .filter(
                section -> section.heading().startsWith("月球") && section.heading().endsWith("？"))
            .map(section -> new Place(MOON, section))
            .toList();
    assertThat(places).hasSize(3);
    return making.run(places, () -> false, progress -> {});
  }

  private Making making() {
    return making(share("wang", 0), Duration.ofMinutes(1));
  }

  private Making making(Duration modelTime) {
    return making(share("wang", 0), modelTime);
  }

  private Making making(Spending account) {
    return making(account, Duration.ofMinutes(1));
  }

  private Spending share(String who, long tokens) {
    return new JdbcSpending(jdbc, InstantSource.system(), who, tokens);
  }

  private Making making(Spending account, Duration modelTime) {
    List<Document> documents = List.of(MOON);
    Names names = Names.of(StarterCollection.concepts(), documents);
    Workshop.Bench bench =
        new Workshop.Bench(
            documents,
            Document.versions(documents),
            new Generator(documents, StarterCollection.concepts(), names),
            new Gates(
                documents, new Neighbourhood(documents), new ClaimGate(names, List.of()), null),
            names,
            maker());
    return new Making(
        bench,
        new Repetition(new Lengths()),
        order(),
        TODAY,
        new Purse(account, share("*", 0)),
        modelTime);
  }

  private ModelMaker maker() {
    ModelSettings settings =
        new ModelSettings(
            first.baseUrl(),
            "",
            "qwen3",
            new Provider(second.baseUrl(), "", "glm"),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            8_000,
            65_536,
            8,
            0,
            1_000,
            Duration.ofSeconds(1));
    return new ModelMaker(
        GuardedModel.all(settings, new JdbcSpending(jdbc, InstantSource.system(), 0)), settings);
  }

  private static Order order() {
    return new Order(
        "月球",
        List.of(),
        List.of("moon-test"),
        null,
        null,
        Stage.YEARS_5_6,
        Map.of(Kind.SHORT_ANSWER, 5),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** Texts of one length mean the same. */
  private static final class Lengths implements Embedder {

    @Override
    public float[] embed(String text) {
      float[] vector = new float[dimensions()];
      vector[text.length() % dimensions()] = 1;
      return vector;
    }

    @Override
    public int dimensions() {
      return 97;
    }

    @Override
    public String id() {
      return "lengths";
    }

    @Override
    public void close() {}
  }
}
