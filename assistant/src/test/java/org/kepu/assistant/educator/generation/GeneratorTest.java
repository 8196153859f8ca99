package org.kepu.assistant.educator.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Articles;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

class GeneratorTest {

  private static final List<Concept> CONCEPTS = StarterCollection.concepts();

  private static final Document MILU =
      Articles.article(
          "milu-test",
          "麋鹿",
          """
          ## 雌麋鹿头上也长角吗？

          雌麋鹿头上不长角，只有雄麋鹿才长角。

          麋鹿正在生长的角叫鹿茸。麋鹿的角长约75厘米。1865年，法国传教士大卫在南海子看到了麋鹿。它在冬天脱角。
          如果麋鹿有100头，就会吃光草。
          """);

  private static final List<Draft> DRAFTS = drafts(MILU);

  @Test
  void everyQuoteStandsWhereItIsSaidTo() {
    assertThat(DRAFTS).isNotEmpty();
    assertThat(DRAFTS)
        .flatExtracting(draft -> draft.item().evidence())
        .allSatisfy(
            evidence ->
                assertThat(MILU.text().substring(evidence.start(), evidence.end()))
                    .isEqualTo(evidence.quote()));
  }

  @Test
  void ofWhatHasPartsAModelIsDesigned() {
    Document moon = Articles.article("moon-test", "月球", "## 月球里面有什么？\n\n从里到外，月球分为月核、月幔和月壳。");

    Item model =
        drafts(moon).stream()
            .map(Draft::item)
            .filter(item -> item.alignment().bloom() == Bloom.CREATE)
            .findFirst()
            .orElseThrow();

    assertThat(model.kind()).isEqualTo(Kind.HANDS_ON);
    assertThat(model.stem()).isEqualTo("做一个模型来回答：月球里面有什么？");
    assertThat(model.alignment().core()).contains(CoreConcept.ENGINEERING_DESIGN);
    assertThat(model.alignment().competences()).contains(Competence.INQUIRY_AND_PRACTICE);
  }

  @Test
  void wordsThatNameACoreConceptCountBeforeTheTopics() {
    Document fire = Articles.article("fire-test", "火", "## 蜡烛燃烧要什么？\n\n蜡烛燃烧要用空气里的氧气。");
    Document fall = Articles.article("fall-test", "月球", "## 月球的引力有多大？\n\n月球的引力大约是地球的六分之一。");

    assertThat(drafts(fire).getFirst().item().alignment().core())
        .startsWith(CoreConcept.CHANGE_OF_MATTER);
    assertThat(drafts(fall).getFirst().item().alignment().core())
        .startsWith(CoreConcept.MOTION_AND_INTERACTION);
  }

  @Test
  void theHeadingIsAskedOnPaperAndAloud() {
    Draft paper = only(Kind.SHORT_ANSWER);
    Draft aloud = only(Kind.ORAL);

    assertThat(paper.item().stem()).isEqualTo("雌麋鹿头上也长角吗？请说说你的根据。");
    assertThat(paper.item().content())
        .isInstanceOfSatisfying(
            Content.Open.class, open -> assertThat(open.answer()).isEqualTo("雌麋鹿头上不长角，只有雄麋鹿才长角。"));
    assertThat(aloud.item().stem()).contains("雌麋鹿头上也长角吗？");
    assertThat(Stage.YEARS_1_2.admits(aloud.item().kind())).isTrue();
    assertThat(Stage.YEARS_1_2.admits(paper.item().kind())).isFalse();
  }

  @Test
  void aFigureAYearAndATermAreAskedFor() {
    assertThat(stems(Kind.FILL_IN))
        .contains("麋鹿的角长约多少厘米？", "法国传教士大卫在南海子看到了麋鹿，是在哪一年？", "麋鹿正在生长的角叫什么？");
  }

  @Test
  void aLengthIsLaidOutOnTheGround() {
    assertThat(only(Kind.HANDS_ON).item().stem()).isEqualTo("量一量，比一比：麋鹿的角长约75厘米。");
  }

  @Test
  void whatIsOfBothIsDrawnOfBoth() {
    Document nests =
        Articles.article("nests", "燕子", Articles.section("家燕和金腰燕的窝有什么不同？", "家燕的窝像半只碗，金腰燕的窝像半个葫芦。"));

    assertThat(drafts(nests))
        .filteredOn(draft -> draft.item().kind() == Kind.HANDS_ON)
        .extracting(draft -> draft.item().stem())
        .containsExactly("画一画，比一比：家燕的窝和金腰燕的窝");
  }

  @Test
  void aRangeIsNeitherLaidOutNorFilledIn() {
    Document deer =
        Articles.article(
            "deer", "梅花鹿", Articles.section("梅花鹿有多大？", "梅花鹿是中等大小的鹿，肩高多在64厘米到110厘米之间。"));

    assertThat(drafts(deer))
        .extracting(draft -> draft.item().kind())
        .isNotEmpty()
        .doesNotContain(Kind.HANDS_ON, Kind.FILL_IN);
  }

  @Test
  void whatOnlyOlderPupilsLearnIsNotToldByTheYoungest() {
    Document horse =
        Articles.article(
            "horse", "普氏野马", Articles.section("普氏野马和家马有什么不同？", "普氏野马的身体里有66条染色体，比家马多一对。"));

    assertThat(drafts(horse))
        .filteredOn(draft -> draft.item().kind() == Kind.ORAL)
        .extracting(draft -> draft.item().alignment().stage())
        .containsExactly(Stage.YEARS_7_9);
  }

  @Test
  void aSentenceThatOnlyAnnouncesIsNotJudged() {
    Document bear =
        Articles.article("bear", "北极熊", Articles.section("北极熊的毛有什么用？", "北极熊的毛看上去是白的。白色对北极熊很有用。"));

    assertThat(drafts(bear))
        .filteredOn(draft -> draft.item().kind() == Kind.TRUE_FALSE)
        .extracting(draft -> draft.item().stem())
        .doesNotContain("白色对北极熊很有用。");
  }

  @Test
  void aDenialIsJudged() {
    assertThat(stems(Kind.TRUE_FALSE)).doesNotContain("它在冬天脱角。");
  }

  @Test
  void whatIsSupposedIsNoFact() {
    assertThat(DRAFTS).noneMatch(draft -> draft.item().stem().contains("100头"));
  }

  @Test
  void theSameSectionGivesTheSameDrafts() {
    assertThat(drafts(MILU)).isEqualTo(DRAFTS);
  }

  @Test
  void adviceIsNeverAsked() {
    Document advice =
        StarterCollection.documents().stream()
            .filter(document -> document.id().equals("advice-snake-bite"))
            .findFirst()
            .orElseThrow();

    assertThat(drafts(advice)).isEmpty();
  }

  @Test
  void everyItemKnowsItsPlaceInTheStandard() {
    assertThat(DRAFTS)
        .allSatisfy(
            draft -> {
              assertThat(draft.item().alignment().core()).isNotEmpty();
              assertThat(draft.item().alignment().competences()).isNotEmpty();
              assertThat(draft.item().evidence())
                  .extracting(Evidence::sources)
                  .allMatch(s -> !s.isEmpty());
            });
  }

  private static Draft only(Kind kind) {
    List<Draft> some = DRAFTS.stream().filter(draft -> draft.item().kind() == kind).toList();
    assertThat(some).hasSize(1);
    return some.getFirst();
  }

  private static List<String> stems(Kind kind) {
    return DRAFTS.stream()
        .filter(draft -> draft.item().kind() == kind)
        .map(draft -> draft.item().stem())
        .toList();
  }

  private static List<Draft> drafts(Document document) {
    Names names = Names.of(CONCEPTS, List.of(document));
    Generator generator = new Generator(List.of(document), CONCEPTS, names);
    return document.sections().stream()
        .flatMap(section -> generator.drafts(document, section).stream())
        .toList();
  }
}
