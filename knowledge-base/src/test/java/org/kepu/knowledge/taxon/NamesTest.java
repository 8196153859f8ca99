package org.kepu.knowledge.taxon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.taxon.Concept.Kind;

class NamesTest {

  private static final Concept MILU =
      concept("milu", "麋鹿", List.of("四不像"), List.of("糜鹿"), "Elaphurus davidianus", "", "milu");
  private static final Concept ANTLER =
      concept("milu-antler", "麋鹿角", List.of("麋角"), List.of(), "", "", "");
  private static final Concept PANDA =
      concept("panda", "大熊猫", List.of("熊猫"), List.of("大雄猫"), "", "", "giant panda");
  private static final Concept ANDROMEDA =
      concept("andromeda", "仙女星系", List.of(), List.of(), "", "M31,NGC 224", "Andromeda");
  private static final Concept CORAL = concept("coral", "珊瑚", List.of(), List.of(), "", "", "");
  private static final Concept STONY_CORAL =
      concept("stony-coral", "石珊瑚", List.of(), List.of(), "", "", "");
  private static final Concept CRANE =
      concept("siberian-crane", "白鹤", List.of("西伯利亚鹤"), List.of(), "", "", "");
  private static final Concept MACAW =
      concept("peafowl", "绿孔雀", List.of(), List.of(), "Pavo muticus", "", "Père David's bird");
  private static final List<Concept> CONCEPTS =
      List.of(MILU, ANTLER, PANDA, ANDROMEDA, CORAL, STONY_CORAL, CRANE, MACAW);

  private static final Names NAMES = Names.of(CONCEPTS, List.of());

  @ParameterizedTest(name = "{1}: “{0}”")
  @CsvSource({
    "麋鹿, the right name, milu",
    "四不像, a common name, milu",
    "Elaphurus davidianus, Latin, milu",
    "ELAPHURUS DAVIDIANUS, upper case, milu",
    "milu, English, milu",
    "Milu, a capital, milu",
    "ｍｉｌｕ, full width, milu",
    "糜鹿, a miswriting, milu",
    "大雄猫, a miswriting, panda",
    "大熊貓, Traditional, panda",
    "綠孔雀, Traditional, peafowl",
    "M31, a catalogue's number, andromeda",
    "m31, lower case, andromeda",
    "Ｍ３１, full width, andromeda",
    "M 31, with a space, andromeda",
    "NGC 224, a catalogue's number, andromeda",
    "NGC224, without its space, andromeda",
    "Père David's bird, an apostrophe, peafowl",
    "Père David’s bird, a curly apostrophe, peafowl",
    "milujiao, pinyin, milu-antler",
    "mi lu, pinyin with spaces, milu",
    "daxiongmao, pinyin, panda",
    "da xiong mao, pinyin with spaces, panda",
    "Da Xiongmao, pinyin with a capital, panda",
    "lvkongque, pinyin with ü as it is typed, peafowl",
    "大雄毛, no name,",
    "大胸猫, the first character right and one wrong, panda",
    "答熊猫, a name in a miswriting, panda",
    "麋路, two characters are too few to go by sound,",
    "仙女星戏, its last character wrong, andromeda",
    "先女星系, its first character wrong, andromeda",
    "先女星戏, two characters wrong,",
  })
  void whateverPeopleCallAThingLeadsToItsConcept(String text, String how, String id) {
    assertThat(ids(text)).as(how).isEqualTo(id == null ? List.of() : List.of(id));
  }

  @Test
  void ofTwoNamesAtOnePlaceTheLongerCountsAndTheNextBeginsAfterIt() {
    assertThat(found("麋鹿角和麋鹿，大熊猫和熊猫")).containsExactly("麋鹿角", "麋鹿", "大熊猫", "熊猫");
    assertThat(ids("麋鹿角和麋鹿")).containsExactly("milu-antler", "milu");
    assertThat(ids("milu jiao 和 mi lu jiao")).containsExactly("milu", "milu-antler");
  }

  @Test
  void ofTwoThatOverlapTheEarlierCounts() {
    Names names =
        Names.of(
            List.of(
                concept("a", "海鹦鹉", List.of(), List.of(), "", "", ""),
                concept("b", "鹦鹉螺", List.of(), List.of(), "", "", "")),
            List.of());

    assertThat(names.in("海鹦鹉螺"))
        .singleElement()
        .extracting(mention -> mention.concept().id())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"milung", "amilu", "milu2", "M310", "M31a", "XM31", "milujiaos", "amilujiao"})
  void aNameInLatinLettersIsNotFoundInsideAWord(String text) {
    assertThat(NAMES.in(text)).isEmpty();
  }

  @ParameterizedTest(name = "“{0}”")
  @CsvSource({"看milu吃草, milu", "“milu”, milu", "离M31多远, M31", "(M31), M31", "看mi lu吃草, mi lu"})
  void betweenOtherCharactersItIs(String text, String name) {
    assertThat(found(text)).containsExactly(name);
  }

  @ParameterizedTest(name = "“{0}”")
  @ValueSource(
      strings = {
        "哪里是珊瑚的家",
        "水温高时珊瑚会白化",
        "什么使珊瑚白化",
        "哪些鱼食珊瑚",
        "迁到西伯利亚和欧洲",
      })
  void anOrdinaryWordThatSoundsLikePartOfANameIsNotTakenForIt(String text) {
    assertThat(ids(text)).doesNotContain("stony-coral", "siberian-crane");
  }

  @ParameterizedTest(name = "“{0}” names {1}")
  @CsvSource({
    "淡水鱼吃什么,",
    "科学家怎样得知了这件事,",
    "水鱼吃什么, soft-shelled-turtle",
    "知了为什么叫, cicada",
    "夏天的知了和水鱼, cicada soft-shelled-turtle",
    "小蝉刚出土, cicada",
  })
  void twoCharactersThatArePartOfAnotherWordAreNoCommonName(String text, String ids) {
    Names names =
        Names.of(
            List.of(
                concept("soft-shelled-turtle", "中华鳖", List.of("水鱼"), List.of(), "", "", ""),
                concept("cicada", "蝉", List.of("知了"), List.of(), "", "", "")),
            List.of());

    assertThat(names.in(text))
        .extracting(mention -> mention.concept().id())
        .containsExactly(ids == null ? new String[0] : ids.split(" ", -1));
  }

  @Test
  void aSoundThatTwoConceptsShareTellsNeither() {
    Names names =
        Names.of(
            List.of(
                concept("a", "白头贺", List.of(), List.of(), "", "", ""),
                concept("b", "白头鹤", List.of(), List.of(), "", "", "")),
            List.of());

    assertThat(names.in("白头赫")).isEmpty();
    assertThat(names.in("baitouhe")).isEmpty();
    assertThat(names.in("白头鹤")).hasSize(1);
  }

  @Test
  void aNameOfTwoConceptsIsRefusedWithBoth() {
    Concept other = concept("pere-david", "达氏鹿", List.of("MILU"), List.of(), "", "", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Names.of(List.of(MILU, other), List.of()))
        .withMessageContainingAll("'milu'", "both milu and pere-david", "please");
  }

  @Test
  void anIdOfTwoConceptsIsRefused() {
    Concept other = concept("milu", "达氏鹿", List.of(), List.of(), "", "", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Names.of(List.of(MILU, other), List.of()))
        .withMessageContaining("'milu'");
  }

  @Test
  void aConceptMayHaveOneNameTwice() {
    Concept twice = concept("x", "麋鹿", List.of("麋鹿"), List.of("麋鹿"), "", "", "");

    assertThat(Names.of(List.of(twice), List.of()).in("麋鹿")).hasSize(1);
  }

  @Test
  void spansLieInTheTextAsItWasWritten() {
    String text = "🦌為什麼ＭＩＬＵ和大熊貓、m31、MI LU不一樣？";

    assertThat(found(text)).containsExactly("ＭＩＬＵ", "大熊貓", "m31", "MI LU");
  }

  @Nested
  class Questions {

    private final Names names =
        Names.of(
            CONCEPTS,
            List.of(
                document("milu", "麋鹿又叫四不像。麋鹿吃草，麋鹿游泳。"),
                document("panda", "大熊猫吃竹子。大熊猫也叫熊猫。大熊猫会爬树。"),
                document("other", "四不像四不像四不像四不像四不像")));

    @ParameterizedTest(name = "“{0}” → “{1}”")
    @CsvSource({
      "四不像吃什么？, 麋鹿吃什么？",
      "MILU吃什么？, 麋鹿吃什么？",
      "糜鹿吃什么？, 麋鹿吃什么？",
      "大熊貓和四不像谁大, 大熊猫和麋鹿谁大",
      "熊猫吃什么, 大熊猫吃什么",
      "大熊猫吃什么, 大熊猫吃什么",
      "da xiong mao吃什么, 大熊猫吃什么",
      "离M31多远, 离仙女星系多远",
    })
    void arePutInTheFormThatTheConceptsDocumentsUseMost(String question, String rewritten) {
      assertThat(names.inCollectionsWords(question)).isEqualTo(rewritten);
    }

    @Test
    void areNotPutInAShorterNameBecauseTheLongerOneHoldsIt() {
      Names counted = Names.of(List.of(PANDA), List.of(document("panda", "大熊猫，大熊猫，熊猫。")));

      assertThat(counted.inCollectionsWords("大熊猫吃什么")).isEqualTo("大熊猫吃什么");
    }

    @Test
    void arePutInACommonNameWhereTheDocumentsPreferIt() {
      Names counted = Names.of(List.of(PANDA), List.of(document("panda", "熊猫，熊猫，大熊猫。")));

      assertThat(counted.inCollectionsWords("大熊猫吃什么")).isEqualTo("熊猫吃什么");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "麋鹿为什么叫四不像？",
          "麋鹿为什么被称为四不像？",
          "麋鹿又名四不像吗",
          "为什么叫“四不像”",
          "「四不像」是什么意思",
          "四不像的名字怎么来的",
          "四不像这个名字是谁起的",
          "熊猫这个叫法对吗"
        })
    void aboutANameKeepIt(String question) {
      assertThat(names.inCollectionsWords(question)).isEqualTo(question);
    }

    @ParameterizedTest
    @MethodSource("org.kepu.knowledge.taxon.NamesTest#withoutNames")
    void withoutNamesComeBackTheSame(String question) {
      assertThat(names.inCollectionsWords(question)).isEqualTo(question);
      assertThat(names.in(question)).isEmpty();
      assertThat(Names.NONE.inCollectionsWords(question)).isEqualTo(question);
    }

    @Test
    void inTheCollectionsWordsStayAsTheyAre() {
      for (Concept concept : CONCEPTS) {
        String once = names.inCollectionsWords(concept.name() + "有多大？");

        assertThat(names.inCollectionsWords(once)).isEqualTo(once);
      }
    }
  }

  static Stream<String> withoutNames() {
    return Stream.of(
        "",
        " ",
        "恐龙是怎么灭绝的？",
        "What is a star?",
        "🦕🌙 𠮷野家",
        "\uD83E",
        "麋\uDD8C鹿",
        "Pe\u0300re",
        "？？？",
        "a ".repeat(250),
        "a".repeat(500));
  }

  @Test
  void anyCharactersAreRead() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 500) {
        text.append((char) random.nextInt(0x10000));
      }
      String read = text.toString();
      int end = 0;
      for (Mention mention : NAMES.in(read)) {
        assertThat(mention.span().start()).isGreaterThanOrEqualTo(end);
        end = mention.span().end();
      }
      assertThat(end).isLessThanOrEqualTo(read.length());
      NAMES.inCollectionsWords(read);
    }
  }

  @Test
  void noNamesAreKnownByNone() {
    assertThat(Names.NONE.in("麋鹿")).isEmpty();
    assertThat(Names.NONE.inCollectionsWords("四不像吃什么？")).isEqualTo("四不像吃什么？");
  }

  @Test
  void severalThreadsGetTheSame() throws Exception {
    String text = "大熊貓、da xiong mao、先女星系、M31和四不像";
    List<Mention> expected = NAMES.in(text);
    assertThat(expected).hasSize(5);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Mention>>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(threads.submit(() -> NAMES.in(text)));
      }
      for (Future<List<Mention>> each : all) {
        assertThat(each.get()).isEqualTo(expected);
      }
    }
  }

  /** With the table that is shipped. */
  @Nested
  class OfTheStarterCollection {

    private static final List<Concept> TABLE = StarterCollection.concepts();
    private static final Names SHIPPED = Names.of(TABLE, StarterCollection.documents());

    @Test
    void everyNameOfEveryConceptLeadsToIt() {
      for (Concept concept : TABLE) {
        assertThat(Stream.concat(Stream.of(concept.name()), concept.aliases()))
            .as(concept.id())
            .allSatisfy(
                name ->
                    assertThat(SHIPPED.in(name))
                        .singleElement()
                        .extracting(Mention::concept)
                        .isEqualTo(concept));
      }
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(
        strings = {
          "珊瑚礁的大部分是珊瑚虫分泌的骨骼",
          "什么使珊瑚白化",
          "鸟儿飞到西伯利亚和北美洲",
          "大熊猫吃什么？",
          "长颈鹿有多高？",
        })
    void whatSaysItRightStaysAsItIs(String question) {
      String rewritten = SHIPPED.inCollectionsWords(question);

      assertThat(rewritten.replace("珊瑚虫", "珊瑚")).isEqualTo(question.replace("珊瑚虫", "珊瑚"));
    }
  }

  private static List<String> ids(String text) {
    return NAMES.in(text).stream().map(mention -> mention.concept().id()).toList();
  }

  private static List<String> found(String text) {
    return NAMES.in(text).stream().map(mention -> mention.span().of(text)).toList();
  }

  private static Document document(String id, String text) {
    return new DocumentText(id).block(text).toDocument(id, Metadata.NONE);
  }

  /** A concept treated by the document of its id; names that are empty are none. */
  private static Concept concept(
      String id,
      String name,
      List<String> common,
      List<String> miswritten,
      String scientific,
      String catalogue,
      String english) {
    return new Concept(
        id,
        name,
        null,
        Kind.THING,
        common,
        names(scientific),
        names(catalogue),
        names(english),
        miswritten,
        List.of(id));
  }

  private static List<String> names(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
  }
}
