package org.kepu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.ranking.Scope;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;

@ExtendWith(StarterKnowledge.Extension.class)
class KnowledgeBaseTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final StarterKnowledge starter;

  KnowledgeBaseTest(StarterKnowledge starter) {
    this.starter = starter;
  }

  /** On the starter collection. */
  @Nested
  class WithTheStarterCollection {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
      "麋鹿为什么叫四不像？, milu-name",
      "麋鹿苑在哪里, milu-park",
      "银杏能活多少年, ginkgo",
      "猫头鹰白天看得见吗, owls",
      "大熊猫是熊还是猫, giant-panda",
      "為什麼濕地是地球之腎, wetlands",
      "候鳥怎麼認路, bird-migration",
      "恐龙是怎么灭绝的？, dinosaur-extinction",
      "剑龙背上的板子有什么用, stegosaurus",
      "琥珀里的虫子是怎么进去的, amber",
      "溶洞是怎么形成的, karst",
      "雪花为什么是六角形, clouds-rain",
      "火星上有哪些火星车, mars-exploration",
      "黑洞会把地球吸进去吗, black-holes",
      "怎样判断哪一年是闰年, leap-year",
      "月食是怎么形成的, lunar-eclipse",
      "陨石从哪里来, meteorites",
      "北京能看到银河吗, milky-way",
      "在空间站里怎样睡觉, space-station",
      "北斗七星怎么找北极星, constellations",
    })
    void theRightArticleComesFirst(String question, String documentId) {
      assertThat(search(question, 5).getFirst().passage().documentId()).isEqualTo(documentId);
    }

    @Test
    void everyPassageIsQuotedFromAVersionThatCanBeRead() {
      for (Finding finding : search("麋鹿为什么叫四不像？", 20)) {
        Passage passage = finding.passage();
        Document cited =
            starter
                .knowledge()
                .document(passage.documentId(), passage.documentVersion())
                .orElseThrow();

        assertThat(passage.span().of(cited.text())).isEqualTo(passage.text());
        assertThat(starter.knowledge().document(passage.documentId())).contains(cited);
      }
    }

    @Test
    void theSameQuestionFindsTheSame() {
      SearchRequest request =
          new SearchRequest("火山为什么会喷发？", 20, "nature", Audience.GENERAL, 0, TODAY);

      assertThat(starter.knowledge().search(request))
          .isEqualTo(starter.knowledge().search(request));
    }

    @Test
    void noMoreThanAskedForAreFoundBestFirst() {
      List<Finding> five = search("恐龙有多大？", 5);
      List<Finding> twenty = search("恐龙有多大？", 20);

      assertThat(five)
          .hasSize(5)
          .extracting(finding -> finding.passage().id())
          .isEqualTo(twenty.stream().limit(5).map(finding -> finding.passage().id()).toList());
      assertThat(twenty)
          .hasSize(20)
          .isSortedAccordingTo(Comparator.comparingDouble(Finding::score).reversed())
          .extracting(finding -> finding.passage().id())
          .doesNotHaveDuplicates();
    }

    @Test
    void aQuestionOfTheCollectionHasStrongerEvidenceThanOneOfAnother() {
      Findings known = starter.knowledge().search(SearchRequest.of("银杏能活多少年？", 5));
      Findings unknown = starter.knowledge().search(SearchRequest.of("今天股票涨了吗？", 5));

      assertThat(known.evidence().strength()).isGreaterThan(0.9);
      assertThat(unknown.evidence().strength()).isLessThan(0.3);
    }

    @Test
    void aLongQuestionIsAnswered() {
      String question = "我想知道麋鹿为什么叫四不像。".repeat(36);

      assertThat(search(question, 3).getFirst().passage().documentId()).isEqualTo("milu-name");
    }

    @Test
    void everyArticleIsCurrentInTheOrderOfIds() {
      assertThat(starter.knowledge().ready()).isTrue();
      assertThat(starter.knowledge().documents())
          .hasSize(starter.report().documents())
          .extracting(Document::id)
          .isSorted();
    }

    @Test
    void whatNobodyWroteIsEmpty() {
      assertThat(starter.knowledge().document("nobody")).isEmpty();
      assertThat(starter.knowledge().document("milu-name", "sha256:0")).isEmpty();
    }

    @Test
    void aVersionOfOneDocumentIsNotTakenForOneOfAnother() {
      String version = starter.knowledge().document("milu-name").orElseThrow().version();
      assertThat(starter.knowledge().document("milu-name", version)).isPresent();

      assertThat(starter.knowledge().document("milu-nam", "e" + version)).isEmpty();
    }

    private List<Finding> search(String question, int limit) {
      return starter
          .knowledge()
          .search(new SearchRequest(question, limit, null, Audience.GENERAL, 0, TODAY))
          .ranked();
    }
  }

  /** On a few documents of its own. */
  @Nested
  class WithDocumentsOfItsOwn {

    @TempDir private Path folder;

    @Test
    void beforeTheFirstGenerationItIsNotReady() {
      try (LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
        KnowledgeBase empty =
            new KnowledgeBase(index, starter.embedder(), StarterKnowledge.catalog(folder));

        assertThat(empty.ready()).isFalse();
        assertThatExceptionOfType(NotReadyException.class)
            .isThrownBy(() -> empty.search(SearchRequest.of("麋鹿吃什么？", 5)));
      }
    }

    @Test
    void withoutDocumentsNothingIsFound() {
      Findings findings = search(SearchRequest.of("麋鹿吃什么？", 5));

      assertThat(findings.ranked()).isEmpty();
      assertThat(findings.evidence()).isEqualTo(new Evidence(-1, 0, 0, false, 6, 0, null));
    }

    @ParameterizedTest
    @CsvSource({"2027-12-31, show", "2028-01-01, milu"})
    void whatHasExpiredIsLeftOut(LocalDate today, String first) {
      Findings findings =
          search(
              new SearchRequest("麋鹿特展展出什么？", 5, null, Audience.GENERAL, 0, today),
              document("show", "麋鹿特展展出什么？", "", LocalDate.of(2027, 12, 31)),
              document("milu", "麋鹿吃什么？", "", null));

      assertThat(findings.ranked().getFirst().passage().documentId()).isEqualTo(first);
    }

    @Test
    void whatHasExpiredDoesNotHideWhatHasNot() {
      Document[] documents =
          Stream.concat(
                  IntStream.range(0, 10)
                      .mapToObj(i -> document("show-" + i, "麋鹿吃什么？", "", LocalDate.EPOCH)),
                  Stream.of(document("milu", "鹿的食物", "", null)))
              .toArray(Document[]::new);

      Findings findings =
          search(new SearchRequest("麋鹿吃什么？", 1, null, Audience.GENERAL, 0, TODAY), documents);

      assertThat(findings.ranked())
          .extracting(finding -> finding.passage().documentId())
          .containsExactly("milu");
    }

    @ParameterizedTest
    @CsvSource(
        nullValues = "nowhere",
        value = {"milu, b", "nature, a", "planetarium, a", "nowhere, a"})
    void theVenueBreaksTies(@Nullable String venue, String first) {
      Findings findings =
          search(
              new SearchRequest("麋鹿吃什么？", 2, venue, Audience.GENERAL, 0, TODAY),
              document("a", "麋鹿吃什么？", "nature", null),
              document("b", "麋鹿吃什么？", "milu", null));

      assertThat(findings.ranked())
          .hasSize(2)
          .first()
          .extracting(finding -> finding.passage().documentId())
          .isEqualTo(first);
    }

    @Test
    void theVenueDoesNotLiftWhatFitsWorse() {
      Findings findings =
          search(
              new SearchRequest("麋鹿吃什么？", 2, "planetarium", Audience.GENERAL, 0, TODAY),
              document("milu", "麋鹿吃什么？", "milu", null),
              document("sika", "梅花鹿吃什么？", "planetarium", null));

      assertThat(findings.ranked().getFirst().passage().documentId()).isEqualTo("milu");
    }

    @Test
    void whatLeadsInComesAfterTheSectionThatAnswers() {
      Document document =
          new DocumentText("麋鹿")
              .block("麋鹿吃草。")
              .heading(2, "关于")
              .block("麋鹿吃草。")
              .toDocument("milu", Metadata.NONE);

      Findings findings =
          search(new SearchRequest("麋鹿吃什么", 2, null, Audience.GENERAL, 0, TODAY), document);

      assertThat(findings.ranked())
          .extracting(finding -> finding.passage().heading())
          .containsExactly("关于", "麋鹿");
    }

    private Findings search(SearchRequest request, Document... documents) {
      Catalog catalog = StarterKnowledge.catalog(folder);
      try (LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
        StarterKnowledge.ingest(starter.embedder(), index, catalog)
            .run(List.of(documents), IngestListener.NONE);
        return new KnowledgeBase(index, starter.embedder(), catalog).search(request);
      }
    }

    private static Document document(
        String id, String heading, String venue, @Nullable LocalDate validTo) {
      Metadata metadata =
          new Metadata(
              List.of("academy"),
              venue.isEmpty() ? List.of() : List.of(venue),
              List.of(),
              Audience.GENERAL,
              List.of(),
              "",
              null,
              validTo);
      return new DocumentText("展览").heading(2, heading).block("请看下文。").toDocument(id, metadata);
    }
  }

  /** With roles, names and a reader. */
  @Nested
  class WithRolesNamesAndAReader {

    /** Asks for what EATS says, in words that leave the first stage unsure. */
    private static final String UNSURE = "麋鹿每天都要吃掉多少东西呀？";

    private static final Document EATS = document("eats", Role.ARTICLE, "麋鹿吃什么？", "麋鹿吃青草和水草。");
    private static final Document LIVES = document("lives", Role.ARTICLE, "麋鹿住在哪里？", "麋鹿住在湿地里。");
    private static final Document SNAKES =
        document("snakes", Role.ARTICLE, "北京有哪些蛇？", "北京常见的蛇有赤链蛇。");
    private static final Document BITE =
        document(
            "bite",
            new Role.Advice(List.of("蛇咬", "被BEE蜇"), List.of("snakes#北京有哪些蛇？")),
            "被蛇咬了怎么办？",
            "离开蛇。马上打120。");

    @TempDir private Path folder;

    private Names names = Names.NONE;
    private @Nullable Reader reader;

    @Test
    void childrenAreGivenTheVariantAndOthersTheArticle() {
      Document child = document("eats-child", new Role.Variant("eats"), "麋鹿吃什么？", "青草真好吃。");

      Passage given = best("麋鹿吃什么？", Audience.CHILD, EATS, LIVES, child);
      Passage toOthers = best("麋鹿吃什么？", Audience.GENERAL, EATS, LIVES, child);

      assertThat(given.documentId()).isEqualTo("eats-child");
      assertThat(given.documentVersion()).isEqualTo(child.version());
      assertThat(given.span().of(child.text())).isEqualTo(given.text()).isEqualTo("青草真好吃。");
      assertThat(toOthers.documentId()).isEqualTo("eats");
      assertThat(toOthers.documentVersion()).isEqualTo(EATS.version());
      assertThat(best("麋鹿住在哪里？", Audience.CHILD, EATS, LIVES, child).documentId())
          .as("without a variant")
          .isEqualTo("lives");
    }

    @Test
    void aVariantThatHasExpiredIsGivenToNobody() {
      Document child =
          document("eats-child", new Role.Variant("eats"), "麋鹿吃什么？", "青草真好吃。", TODAY.minusDays(1));

      assertThat(best("麋鹿吃什么？", Audience.CHILD, EATS, child).documentId()).isEqualTo("eats");
    }

    @Test
    void aVariantOfAPassageInPartsIsGivenOnce() {
      Document longer = document("eats", Role.ARTICLE, "麋鹿吃什么？", "麋鹿吃青草和水草，一天要吃很久很久。".repeat(120));
      Document child = document("eats-child", new Role.Variant("eats"), "麋鹿吃什么？", "青草真好吃。");

      assertThat(
              found(new SearchRequest("麋鹿吃什么？", 9, null, Audience.CHILD, 0, TODAY), longer, child))
          .containsOnlyOnce("eats-child");
    }

    @Test
    void adviceAskedForByAPhraseComesFirstAndIsNotDoubted() {
      Findings findings = search(request("北京有哪些蛇，蛇咬人吗？"), SNAKES, BITE, EATS);

      assertThat(first(findings)).isEqualTo("bite");
      assertThat(findings.adviceAsked()).isTrue();
      assertThat(findings.support()).isEqualTo(1);
      assertThat(findings.ranked().getFirst().givenWhole()).isTrue();
      assertThat(findings.ranked())
          .extracting(finding -> finding.passage().id())
          .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"被bee蜇了", "被ＢＥＥ蜇了", "被BEE蜇了怎么办？？"})
    void aPhraseIsFoundHoweverItIsWritten(String question) {
      assertThat(search(request(question), SNAKES, BITE).adviceAsked()).isTrue();
    }

    @Test
    void withoutAPhraseAdviceIsRankedAsAnyPassage() {
      Findings findings = search(request("北京有哪些蛇？"), SNAKES, BITE, EATS);

      assertThat(first(findings)).isEqualTo("snakes");
      assertThat(findings.adviceAsked()).isFalse();
      assertThat(findings.support()).isEqualTo(findings.evidence().strength());
    }

    @Test
    void adviceHasNoVariant() {
      Document child = document("bite-child", new Role.Variant("bite"), "被蛇咬了怎么办？", "别怕。");

      assertThat(best("被蛇咬了怎么办？", Audience.CHILD, SNAKES, BITE, child).documentId())
          .isEqualTo("bite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"麋鹿吃什么", "麋鹿吃什么？？？", "麋鹿吃什么?", "麋鹿吃什么。", "麋鹿吃什么　？", "麋鹿吃什么……"})
    void howAQuestionEndsChangesNothing(String question) {
      assertThat(search(request(question), EATS, LIVES))
          .isEqualTo(search(request("麋鹿吃什么？"), EATS, LIVES));
    }

    @Test
    void aQuestionOfNothingButMarksIsAnswered() {
      assertThat(search(request("？？"), EATS, LIVES).terms()).isEmpty();
    }

    @Test
    void anAliasFindsWhatTheRightNameFinds() {
      names =
          Names.of(
              List.of(organism("milu", "麋鹿", List.of("四不像"), "eats", "lives")),
              List.of(EATS, LIVES));
      Findings right = search(request("麋鹿吃什么？"), EATS, LIVES, SNAKES);

      assertThat(search(request("四不像吃什么？"), EATS, LIVES, SNAKES)).isEqualTo(right);
      assertThat(search(request("ＭＩＬＵ吃什么"), EATS, LIVES, SNAKES)).isEqualTo(right);
      assertThat(first(right)).isEqualTo("eats");
    }

    @Test
    void theDocumentThatTreatsWhatIsNamedGoesBeforeOneThatMentionsIt() {
      Document mentions = document("mentions", Role.ARTICLE, "鹿科的动物吃什么？", "麋鹿和梅花鹿都吃草。");
      Document treats = document("treats", Role.ARTICLE, "鹿科的动物吃什么？", "麋鹿和梅花鹿都吃草。");
      names = Names.of(List.of(organism("milu", "麋鹿", List.of())), List.of());
      assertThat(first(search(request("麋鹿吃什么？"), mentions, treats)))
          .as("the first of two alike")
          .isEqualTo("mentions");

      names = Names.of(List.of(organism("milu", "麋鹿", List.of(), "treats")), List.of());

      assertThat(first(search(request("麋鹿吃什么？"), mentions, treats))).isEqualTo("treats");
    }

    @ParameterizedTest
    @CsvSource({"麋鹿吃什么？, false", "獐子吃什么？, true", "麋鹿和獐子吃什么？, false", "它们吃什么？, false"})
    void aPassageIsAboutAnotherThingIfItHoldsNoneOfTheNamesAsked(String question, boolean another) {
      names =
          Names.of(
              List.of(
                  organism("milu", "麋鹿", List.of(), "eats"),
                  organism("water-deer", "獐", List.of("獐子"))),
              List.of());

      assertThat(search(request(question), EATS).evidence().another()).isEqualTo(another);
    }

    @Test
    void aReaderChangesTheOrder() {
      FakeReader fake = new FakeReader("住在", 10);
      reader = fake;

      Findings findings = search(request(UNSURE).withReaderTokens(100), EATS, LIVES);

      assertThat(first(findings)).isEqualTo("lives");
      assertThat(findings.evidence().reading()).isEqualTo(findings.ranked().getFirst().reading());
      assertThat(fake.questions).containsOnly(UNSURE);
    }

    @ParameterizedTest(name = "of {0} tokens it reads {1} pages of 10")
    @CsvSource({"0, 0", "9, 0", "10, 1", "19, 1", "20, 2", "29, 2", "1000, 4"})
    void aReaderIsGivenNoMoreThanItsBudget(int budget, int read) {
      FakeReader fake = new FakeReader("nothing", 10);
      reader = fake;

      search(request(UNSURE).withReaderTokens(budget), EATS, LIVES, SNAKES);

      assertThat(fake.texts).hasSize(read);
    }

    @Test
    void whereThereIsTimeForOneGlanceItIsAtTheFirstCandidate() {
      FakeReader fake = new FakeReader("吃青草", 10);
      reader = fake;

      Findings findings = search(request(UNSURE).withReaderTokens(10), EATS, LIVES, SNAKES);

      assertThat(first(findings)).isEqualTo("eats");
      assertThat(fake.texts).hasSize(1);
      assertThat(findings.ranked().getFirst().reading()).isNotNull();
    }

    private Passage best(String question, Audience audience, Document... documents) {
      return search(new SearchRequest(question, 5, null, audience, 0, TODAY), documents)
          .ranked()
          .getFirst()
          .passage();
    }

    private List<String> found(SearchRequest request, Document... documents) {
      return search(request, documents).ranked().stream()
          .map(finding -> finding.passage().documentId())
          .toList();
    }

    private static String first(Findings findings) {
      return findings.ranked().getFirst().passage().documentId();
    }

    private static SearchRequest request(String question) {
      return new SearchRequest(question, 5, null, Audience.GENERAL, 0, TODAY);
    }

    private Findings search(SearchRequest request, Document... documents) {
      Catalog catalog = StarterKnowledge.catalog(folder);
      try (LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
        StarterKnowledge.ingest(starter.embedder(), index, catalog)
            .run(List.of(documents), IngestListener.NONE);
        return new KnowledgeBase(
                index, starter.embedder(), catalog, names, EnglishGlossary.NONE, Scope.ALL, reader)
            .search(request);
      }
    }

    private static Concept organism(
        String id, String name, List<String> common, String... documents) {
      return new Concept(
          id,
          name,
          null,
          Concept.Kind.ORGANISM,
          common,
          List.of(),
          List.of(),
          List.of(id),
          List.of(),
          List.of(documents));
    }

    private static Document document(String id, Role role, String heading, String text) {
      return document(id, role, heading, text, null);
    }

    private static Document document(
        String id, Role role, String heading, String text, @Nullable LocalDate validTo) {
      Metadata metadata =
          new Metadata(
              List.of(),
              List.of(),
              List.of(),
              Audience.GENERAL,
              role,
              List.of(),
              "",
              null,
              null,
              null,
              validTo);
      return new DocumentText("题目").heading(2, heading).block(text).toDocument(id, metadata);
    }
  }

  /** Holds the pages with one phrase for the answer, at a fixed price a page. */
  private static final class FakeReader implements Reader {

    private final String answering;
    private final int price;
    private final List<String> texts = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    FakeReader(String answering, int price) {
      this.answering = answering;
      this.price = price;
    }

    @Override
    public int tokens(String question, Page page) {
      return price;
    }

    @Override
    public Reading read(String question, Page page) {
      questions.add(question);
      texts.add(page.text());
      return new Reading(page.text().contains(answering) ? 40 : -40, new Span(0, 1), 0);
    }

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void aBudgetBelowNothingIsRefused(int tokens) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SearchRequest.of("麋鹿吃什么？", 5).withReaderTokens(tokens))
        .withMessageContaining(String.valueOf(tokens));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\u3000"})
  void aBlankQuestionIsRefused(String question) {
    assertThatIllegalArgumentException().isThrownBy(() -> SearchRequest.of(question, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void aLimitOutsideOneToAHundredIsRefused(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SearchRequest.of("麋鹿吃什么？", limit))
        .withMessageContaining(String.valueOf(limit));
  }
}
