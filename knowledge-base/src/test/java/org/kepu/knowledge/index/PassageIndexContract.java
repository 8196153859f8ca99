package org.kepu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.search.QueryTerm;

/** What {@link PassageIndex} promises; the test of every engine extends it. */
public abstract class PassageIndexContract {

  protected static final float[] EAST = {1, 0, 0, 0};
  protected static final float[] NORTH = {0, 1, 0, 0};
  protected static final float[] NORTH_EAST = {0.6f, 0.8f, 0, 0};
  protected static final float[] WEST = {-1, 0, 0, 0};

  protected static final String EMBEDDER = "model/1";

  private static final EmbeddedPassage MILU = embedded("milu#0", "麋鹿", "麋鹿吃青草和水草。", EAST, NORTH);
  private static final EmbeddedPassage DEER =
      embedded("deer#0", "梅花鹿", "梅花鹿吃树叶。", NORTH_EAST, WEST);
  private static final EmbeddedPassage MOON = embedded("moon#0", "月球", "月球上没有空气。", WEST);

  @TempDir protected Path temporary;

  protected PassageIndex index;

  /** Opens the engine's index in {@code folder}, as it was left there. */
  protected abstract PassageIndex open(Path folder);

  /** Opens what a process that is killed now would leave. */
  protected abstract PassageIndex openAfterKill();

  @BeforeEach
  void openIndex() {
    index = open(folder());
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  protected Path folder() {
    return temporary.resolve("index");
  }

  @Test
  void anEmptyIndexHasNoLiveGeneration() {
    assertThat(index.live()).isEmpty();
    assertThat(index.stepBack()).isFalse();
    assertThat(index.withdrawn()).isEmpty();
  }

  @Test
  void aGenerationNamesItsModelAndTheVersionsOfItsDocuments() {
    try (GenerationBuilder builder = index.begin("first", "model/2")) {
      builder.add(MILU);
      builder.add(embedded("milu#1", "麋鹿", "麋鹿会游泳。", EAST));
      builder.add(variant("milu-child#0", "milu", "麋鹿", "麋鹿爱吃青草。"));
      builder.publish();
    }

    reopen();

    try (Generation live = live()) {
      assertThat(live.embedder()).isEqualTo("model/2");
      assertThat(live.documents()).isEqualTo(Map.of("milu", "sha256:0", "milu-child", "sha256:1"));
    }
  }

  @Test
  void aGenerationIsReviewedBeforeAnyoneElseSeesIt() {
    publish("first", MILU);

    try (GenerationBuilder builder = index.begin("second", EMBEDDER)) {
      builder.add(MOON);
      builder.add(DEER);
      try (Generation reviewed = builder.review()) {
        assertThat(reviewed.fingerprint()).isEqualTo("second");
        assertThat(reviewed.size()).isEqualTo(2);
        assertThat(ids(reviewed.matching("月球", 1))).containsExactly("moon#0");
        assertThat(ids(reviewed.nearest(NORTH_EAST, 1))).containsExactly("deer#0");
        assertLiveIs("first");
      }
      builder.publish();
    }

    assertLiveIs("second");
  }

  @Test
  void aReviewedGenerationThatIsNotPublishedIsDiscarded() {
    publish("first", MILU);

    try (GenerationBuilder builder = index.begin("second", EMBEDDER)) {
      builder.add(MOON);
      builder.review().close();
    }

    assertLiveIs("first");
    reopen();
    assertLiveIs("first");
  }

  @Test
  void oneStepBackLeadsToTheGenerationBefore() {
    publish("first", MILU);
    publish("second", MOON);
    publish("third", DEER);

    assertThat(index.stepBack()).isTrue();

    assertLiveIs("second");
    assertThat(index.withdrawn()).contains("third");
    try (Generation live = live()) {
      assertThat(live.passages(List.of("moon#0", "deer#0"))).containsExactly(MOON.passage());
    }
    reopen();
    assertLiveIs("second");
    assertThat(index.withdrawn()).contains("third");
  }

  @Test
  void aSecondStepBackReturns() {
    publish("first", MILU);
    publish("second", MOON);
    index.stepBack();

    assertThat(index.stepBack()).isTrue();

    assertLiveIs("second");
    assertThat(index.withdrawn()).isEmpty();
  }

  @Test
  void theOnlyGenerationHasNoneToStepBackTo() {
    publish("first", MILU);

    assertThat(index.stepBack()).isFalse();

    assertLiveIs("first");
    assertThat(index.withdrawn()).isEmpty();
  }

  @Test
  void aBuildAfterAStepBackHasTheOneThatAnsweredMeanwhileBeforeIt() {
    publish("first", MILU);
    publish("second", MOON);
    index.stepBack();

    publish("third", DEER);

    assertLiveIs("third");
    assertThat(index.withdrawn()).isEmpty();
    assertThat(index.stepBack()).isTrue();
    assertLiveIs("first");
  }

  @Test
  void aHeldGenerationGoesOnAnsweringAfterAStepBack() {
    publish("first", MILU);
    publish("second", MOON);

    try (Generation held = live()) {
      index.stepBack();
      publish("third", DEER);

      assertThat(ids(held.matching("月球", 10))).containsExactly("moon#0");
    }
  }

  @Test
  void aPublishedGenerationIsLive() {
    publish("first", MILU, DEER);

    try (Generation live = live()) {
      assertThat(live.fingerprint()).isEqualTo("first");
      assertThat(live.size()).isEqualTo(2);
      assertThat(ids(live.matching("青草", 10))).containsExactly("milu#0");
    }
  }

  @Test
  void publishingAgainSwapsWhatIsLive() {
    publish("first", MILU, DEER);
    publish("second", MOON);

    try (Generation live = live()) {
      assertThat(live.fingerprint()).isEqualTo("second");
      assertThat(live.size()).isEqualTo(1);
      assertThat(live.matching("青草", 10)).isEmpty();
      assertThat(live.passages(List.of("milu#0", "moon#0"))).containsExactly(MOON.passage());
    }
  }

  @Test
  void aHeldGenerationGoesOnAnsweringAfterSwaps() {
    publish("first", MILU, DEER);

    try (Generation held = live()) {
      publish("second", MOON);
      publish("third", MOON, DEER);

      assertThat(held.fingerprint()).isEqualTo("first");
      assertThat(held.size()).isEqualTo(2);
      assertThat(ids(held.matching("青草", 10))).containsExactly("milu#0");
      assertThat(ids(held.nearest(NORTH, 1))).containsExactly("milu#0");
      assertThat(held.passages(List.of("milu#0"))).containsExactly(MILU.passage());
    }
  }

  @Test
  void whatIsBeingBuiltIsSeenByNobody() {
    publish("first", MILU);

    try (GenerationBuilder builder = index.begin("second", EMBEDDER)) {
      builder.add(MOON);
      assertLiveIs("first");
      builder.publish();
      assertLiveIs("second");
    }
  }

  @Test
  void aBuildThatIsNotPublishedLeavesTheLiveGeneration() {
    publish("first", MILU);

    try (GenerationBuilder builder = index.begin("second", EMBEDDER)) {
      builder.add(MOON);
    }

    assertLiveIs("first");
    publish("third", MOON);
    assertLiveIs("third");
  }

  @Test
  void aFirstBuildThatIsNotPublishedLeavesNothing() {
    try (GenerationBuilder builder = index.begin("first", EMBEDDER)) {
      builder.add(MILU);
    }

    assertThat(index.live()).isEmpty();
  }

  @Test
  void closingAPublishedBuildAgainChangesNothing() {
    GenerationBuilder builder = index.begin("first", EMBEDDER);
    builder.add(MILU);
    builder.publish();
    builder.close();
    builder.close();

    assertLiveIs("first");
  }

  @Test
  void aGenerationOfNoPassagesAnswersWithNothing() {
    publish("empty");

    try (Generation live = live()) {
      assertThat(live.size()).isZero();
      assertThat(live.matching("麋鹿", 10)).isEmpty();
      assertThat(live.nearest(EAST, 10)).isEmpty();
      assertThat(live.passages(List.of("milu#0"))).isEmpty();
      assertThat(live.terms("麋鹿")).extracting(QueryTerm::weight).allMatch(weight -> weight >= 0);
    }
  }

  @Test
  void anIndexThatIsReopenedFindsTheLiveGeneration() {
    publish("first", MILU);
    publish("second", MILU, DEER);
    List<Hit> before;
    try (Generation live = live()) {
      before = live.matching("鹿吃什么", 10);
    }

    reopen();

    try (Generation live = live()) {
      assertThat(live.fingerprint()).isEqualTo("second");
      assertThat(live.size()).isEqualTo(2);
      assertThat(live.matching("鹿吃什么", 10)).isNotEmpty().isEqualTo(before);
      assertThat(live.passages(List.of("deer#0"))).containsExactly(DEER.passage());
    }
    publish("third", MOON);
    assertLiveIs("third");
  }

  @Test
  void anUnpublishedBuildIsGoneWhenTheIndexIsReopened() {
    publish("first", MILU);
    GenerationBuilder stopped = index.begin("second", EMBEDDER);
    stopped.add(MOON);

    try (PassageIndex reopened = openAfterKill();
        Generation live = reopened.live().orElseThrow()) {
      assertThat(live.fingerprint()).isEqualTo("first");
    } finally {
      stopped.close();
    }
  }

  @Test
  void aClosedIndexHasNoLiveGenerationAndMayBeClosedAgain() {
    publish("first", MILU);

    index.close();
    index.close();

    assertThat(index.live()).isEmpty();
  }

  @Test
  void aHeldGenerationGoesOnAnsweringAfterTheIndexIsClosed() {
    publish("first", MILU);

    try (Generation held = live()) {
      index.close();
      assertThat(ids(held.matching("青草", 10))).containsExactly("milu#0");
    }
  }

  @Test
  void morePassagesSharingMoreAndRarerWordsRankHigher() {
    publish(
        "first",
        embedded("a#0", "草", "草地上有很多草。", EAST),
        embedded("b#0", "麋鹿", "麋鹿也会游泳。", EAST),
        embedded("c#0", "麋鹿", "麋鹿吃青草和水草。", EAST),
        embedded("d#0", "月球", "月球上没有空气。", EAST));

    try (Generation live = live()) {
      List<Hit> hits = live.matching("麋鹿吃青草吗", 10);

      assertThat(ids(hits)).containsExactly("c#0", "b#0", "a#0");
      assertThat(hits)
          .isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed())
          .extracting(Hit::score)
          .allMatch(score -> score > 0);
      assertThat(ids(live.matching("麋鹿吃青草吗", 2))).containsExactly("c#0", "b#0");
    }
  }

  @Test
  void titleAliasesAndHeadingAreMatchedAsTheTextIs() {
    publish(
        "first",
        passage("a#0", "银河系", List.of("天河"), "恒星", "很多。", List.of(), null, EAST),
        passage("b#0", "行星", List.of(), "彗星", "不少。", List.of(), null, EAST));

    try (Generation live = live()) {
      assertThat(ids(live.matching("银河", 10)).getFirst()).isEqualTo("a#0");
      assertThat(ids(live.matching("天河", 10))).containsExactly("a#0");
      assertThat(ids(live.matching("彗", 10))).containsExactly("b#0");
    }
  }

  @Test
  void equalScoresAreInTheOrderOfAdding() {
    publish(
        "first",
        embedded("z#0", "麋鹿", "麋鹿吃草。", EAST),
        embedded("a#0", "麋鹿", "麋鹿吃草。", EAST),
        embedded("m#0", "麋鹿", "麋鹿吃草。", EAST));

    try (Generation live = live()) {
      assertThat(ids(live.matching("麋鹿", 10))).containsExactly("z#0", "a#0", "m#0");
      assertThat(ids(live.nearest(EAST, 10))).containsExactly("z#0", "a#0", "m#0");
    }
  }

  @Test
  void theSamePassagesGiveTheSameListsInEveryGeneration() {
    EmbeddedPassage[] many = many(60);
    publish("first", many);
    List<Hit> words;
    List<Hit> meaning;
    try (Generation live = live()) {
      words = live.matching("第三种麋鹿吃十一种草", 20);
      meaning = live.nearest(NORTH_EAST, 20);
      assertThat(words).hasSize(20);
      assertThat(meaning).hasSize(20);
      assertThat(live.matching("第三种麋鹿吃十一种草", 20)).isEqualTo(words);
      assertThat(live.nearest(NORTH_EAST, 20)).isEqualTo(meaning);
    }

    publish("second", many);

    try (Generation live = live()) {
      assertThat(live.matching("第三种麋鹿吃十一种草", 20)).isEqualTo(words);
      assertThat(live.nearest(NORTH_EAST, 20)).isEqualTo(meaning);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MILU", "ＭＩＬＵ", "７００㎞", "700KM", "飛馳"})
  void aWordIsFoundHoweverItIsWritten(String question) {
    publish("first", embedded("milu#0", "麋鹿 milu", "飞驰700km。", EAST), MOON);

    try (Generation live = live()) {
      assertThat(ids(live.matching(question, 10))).containsExactly("milu#0");
    }
  }

  @Test
  void aTraditionalQuestionFindsSimplifiedTextAndTheOtherWayRound() {
    publish(
        "first",
        embedded("dinosaur#0", "恐龙", "恐龙灭绝了。", EAST),
        embedded("planet#0", "行星", "太陽系有八顆。", EAST));

    try (Generation live = live()) {
      assertThat(ids(live.matching("龍滅絕", 10))).containsExactly("dinosaur#0");
      assertThat(ids(live.matching("阳", 10))).containsExactly("planet#0");
    }
  }

  @Test
  void thePassageWithTheNearestWindowIsFirstAndEachStandsOnce() {
    publish("first", MILU, DEER, MOON);

    try (Generation live = live()) {
      List<Hit> hits = live.nearest(NORTH, 10);

      assertThat(ids(hits)).containsExactly("milu#0", "deer#0", "moon#0");
      assertThat(hits.get(0).score()).isCloseTo(1, within(1e-5));
      assertThat(hits.get(1).score()).isCloseTo(0.8, within(1e-5));
      assertThat(hits.get(2).score()).isCloseTo(0, within(1e-5));
      assertThat(ids(live.nearest(WEST, 1))).hasSize(1);
    }
  }

  @Test
  void theOppositeOfAVectorHasACosineOfMinusOne() {
    publish("first", MOON);

    try (Generation live = live()) {
      assertThat(live.nearest(EAST, 1).getFirst().score()).isCloseTo(-1, within(1e-5));
    }
  }

  @Test
  void passagesComeInTheOrderAskedAndUnknownOnesAreLeftOut() {
    publish("first", MILU, DEER, MOON);

    try (Generation live = live()) {
      assertThat(live.passages(List.of("moon#0", "sun#0", "milu#0", "", "deer#0")))
          .containsExactly(MOON.passage(), MILU.passage(), DEER.passage());
      assertThat(live.passages(List.of())).isEmpty();
    }
  }

  @Test
  void aPassageComesBackAsItWasAdded() {
    EmbeddedPassage expiring =
        passage(
            "moon#7",
            "月球“Moon”",
            List.of("太阴", "luna"),
            "有<空气>吗？",
            "没有\\空气。\n\n🌙",
            List.of("planetarium", "nature"),
            LocalDate.of(2027, 12, 31),
            EAST);
    publish("first", expiring);

    try (Generation live = live()) {
      assertThat(live.passages(List.of("moon#7"))).containsExactly(expiring.passage());
    }
  }

  @Test
  void aVariantIsFoundByTheDocumentAndHeadingWhosePlaceItTakes() {
    EmbeddedPassage child = variant("milu-child#0", "milu", "麋鹿", "麋鹿爱吃青草。");
    publish("first", MILU, child, variant("deer-child#0", "deer", "别的", "梅花鹿。"), DEER);

    try (Generation live = live()) {
      assertThat(live.variantOf(MILU.passage())).contains(child.passage());
      assertThat(live.variantOf(DEER.passage())).as("of another heading").isEmpty();
      assertThat(live.variantOf(MOON.passage())).as("of another document").isEmpty();
      assertThat(live.variantOf(child.passage())).as("of a variant").isEmpty();
    }
    reopen();
    try (Generation live = live()) {
      assertThat(live.variantOf(MILU.passage())).contains(child.passage());
    }
  }

  @Test
  void aVariantIsInNoListAndNotCounted() {
    publish("first", MILU, DEER);
    List<QueryTerm> terms;
    List<Hit> words;
    List<Hit> meaning;
    try (Generation live = live()) {
      terms = live.terms("麋鹿吃什么");
      words = live.matching("麋鹿吃什么", 10);
      meaning = live.nearest(EAST, 10);
    }

    publish("second", variant("a-child#0", "milu", "麋鹿", "麋鹿麋鹿吃草。"), MILU, DEER);

    try (Generation live = live()) {
      assertThat(live.size()).isEqualTo(2);
      assertThat(live.terms("麋鹿吃什么")).isEqualTo(terms);
      assertThat(live.matching("麋鹿吃什么", 10)).isEqualTo(words);
      assertThat(live.nearest(EAST, 10)).isEqualTo(meaning);
      assertThat(live.passages(List.of("a-child#0"))).isEmpty();
    }
  }

  @Test
  void aGenerationOfVariantsAloneFindsNothing() {
    publish("first", variant("milu-child#0", "milu", "麋鹿", "麋鹿爱吃青草。"));

    try (Generation live = live()) {
      assertThat(live.size()).isZero();
      assertThat(live.matching("麋鹿", 10)).isEmpty();
      assertThat(live.nearest(EAST, 10)).isEmpty();
      assertThat(live.variantOf(MILU.passage())).isPresent();
    }
  }

  @Test
  void aTermWeighsTheMoreTheFewerPassagesHaveIt() {
    publish("first", MILU, DEER, MOON);

    try (Generation live = live()) {
      List<QueryTerm> terms = live.terms("鹿？鹿、月, 火 mars Mars");

      assertThat(terms)
          .extracting(QueryTerm::text)
          .containsExactlyInAnyOrder("鹿", "月", "火", "mars");
      assertThat(weight(terms, "鹿")).isCloseTo(Math.log1p(1.5 / 2.5), within(1e-9));
      assertThat(weight(terms, "月")).isCloseTo(Math.log1p(2.5 / 1.5), within(1e-9));
      assertThat(weight(terms, "火")).isCloseTo(Math.log1p(3.5 / 0.5), within(1e-9));
    }
  }

  @Test
  void aWordOfEveryPassageWeighsNoLessThanNothing() {
    publish("first", many(50));

    try (Generation live = live()) {
      assertThat(live.terms("麋鹿")).isNotEmpty().allMatch(term -> term.weight() >= 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "？！", "🦌", "zzz"})
  void aQuestionThatSharesNoWordFindsNothing(String question) {
    publish("first", MILU, DEER);

    try (Generation live = live()) {
      assertThat(live.matching(question, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"麋鹿 AND (吃", "milu:*", "\"麋鹿", "麋鹿~2^3 OR -吃", "[a TO b]", "麋\\"})
  void signsOfQueryLanguagesMeanNothing(String question) {
    publish("first", MILU, MOON);

    try (Generation live = live()) {
      assertThat(ids(live.matching(question, 10))).doesNotContain("moon#0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 4_000})
  void aLongQuestionIsAnswered(int length) {
    publish("first", MILU, DEER, MOON);
    StringBuilder question = new StringBuilder("麋鹿吃青草");
    // Every character another one: as many words as there can be.
    for (char c = '\u4E00'; question.length() < length; c++) {
      question.append(c);
    }

    try (Generation live = live()) {
      assertThat(ids(live.matching(question.toString(), 10)).getFirst()).isEqualTo("milu#0");
      assertThat(live.terms(question.toString())).hasSizeGreaterThan(400);
    }
  }

  @Test
  void generationsMayBeSwappedWhileOthersAsk() throws Exception {
    publish("0", many(20));
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> asking =
        () -> {
          int asked = 0;
          while (!done.get() || asked == 0) {
            try (Generation live = live()) {
              List<Hit> hits = live.matching("麋鹿", 20);
              assertThat(hits).hasSize(20);
              assertThat(live.passages(ids(hits))).hasSize(20);
              assertThat(live.nearest(EAST, 20)).hasSize(20);
            }
            asked++;
          }
          return asked;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> askers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        askers.add(threads.submit(asking));
      }
      for (int i = 1; i <= 10; i++) {
        publish(String.valueOf(i), many(20));
      }
      done.set(true);
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
    assertLiveIs("10");
  }

  protected void publish(String fingerprint, EmbeddedPassage... passages) {
    try (GenerationBuilder builder = index.begin(fingerprint, EMBEDDER)) {
      for (EmbeddedPassage passage : passages) {
        builder.add(passage);
      }
      builder.publish();
    }
  }

  protected Generation live() {
    return index.live().orElseThrow();
  }

  protected void assertLiveIs(String fingerprint) {
    try (Generation live = live()) {
      assertThat(live.fingerprint()).isEqualTo(fingerprint);
    }
  }

  protected void reopen() {
    index.close();
    index = open(folder());
  }

  protected static EmbeddedPassage[] many(int count) {
    EmbeddedPassage[] passages = new EmbeddedPassage[count];
    for (int i = 0; i < count; i++) {
      double angle = Math.PI * i / count;
      float[] vector = {(float) Math.cos(angle), (float) Math.sin(angle), 0, 0};
      String text = "第" + (char) ('一' + i) + "种麋鹿吃" + (char) ('丁' + i % 7) + "种草。";
      passages[i] = embedded("many#" + i, "麋鹿", text, vector, EAST);
    }
    return passages;
  }

  /** A variant of the section {@code of#heading}, without vectors. */
  private static EmbeddedPassage variant(String id, String of, String heading, String text) {
    Passage passage =
        new Passage(
            id,
            id.substring(0, id.indexOf('#')),
            "sha256:1",
            heading,
            List.of(),
            heading,
            List.of(),
            new Span(10, 10 + text.length()),
            text,
            List.of(),
            new Role.Variant(of),
            null);
    return new EmbeddedPassage(passage, List.of());
  }

  protected static EmbeddedPassage embedded(
      String id, String title, String text, float[]... vectors) {
    return passage(id, title, List.of(), title, text, List.of(), null, vectors);
  }

  private static EmbeddedPassage passage(
      String id,
      String title,
      List<String> aliases,
      String heading,
      String text,
      List<String> venues,
      @Nullable LocalDate validTo,
      float[]... vectors) {
    String documentId = id.substring(0, id.indexOf('#'));
    Span span = new Span(10, 10 + text.length());
    Passage passage =
        new Passage(
            id,
            documentId,
            "sha256:0",
            title,
            aliases,
            heading,
            List.of(),
            span,
            text,
            venues,
            Role.ARTICLE,
            validTo);
    return new EmbeddedPassage(passage, List.of(vectors));
  }

  protected static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::passageId).toList();
  }

  private static double weight(List<QueryTerm> terms, String text) {
    return terms.stream()
        .filter(term -> term.text().equals(text))
        .findFirst()
        .orElseThrow()
        .weight();
  }
}
