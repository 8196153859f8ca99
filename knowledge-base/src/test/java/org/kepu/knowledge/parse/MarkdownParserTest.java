package org.kepu.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;

class MarkdownParserTest {

  private static final String PATH = "biodiversity/milu.md";
  private static final String FRONT =
      """
      id: milu
      title: 麋鹿
      topics: [biodiversity, milu]
      audience: general
      sources:
        - 《中国大百科全书》“麋鹿”条
      licence: CC BY 4.0
      reviewedOn: 2026-11-23
      """;

  private final MarkdownParser parser = new MarkdownParser();

  @ParameterizedTest
  @CsvSource({"a.md, true", "a/b.markdown, true", "a.txt, false", "md, false"})
  void markdownIsReadByItsExtension(String path, boolean read) {
    assertThat(parser.reads(path)).isEqualTo(read);
  }

  @Test
  void theSameBytesGiveTheSameDocument() {
    assertThat(article("正文。")).isEqualTo(article("正文。"));
  }

  @Nested
  class FrontMatter {

    @Test
    void becomesTheMetadata() {
      Document document =
          parse(
              FRONT
                  + """
                  venues: [milu]
                  aliases: [四不像, Père David's deer]
                  validTo: 2027-12-31
                  """,
              "");

      assertThat(document.id()).isEqualTo("milu");
      assertThat(document.title()).isEqualTo("麋鹿");
      assertThat(document.metadata())
          .isEqualTo(
              new Metadata(
                  List.of("biodiversity", "milu"),
                  List.of("milu"),
                  List.of("四不像", "Père David's deer"),
                  Audience.GENERAL,
                  List.of("《中国大百科全书》“麋鹿”条"),
                  "CC BY 4.0",
                  LocalDate.of(2026, 11, 23),
                  LocalDate.of(2027, 12, 31)));
    }

    @Test
    void mayLeaveOutVenuesAliasesAndTheLastDay() {
      Metadata metadata = article("").metadata();

      assertThat(metadata.venues()).isEmpty();
      assertThat(metadata.aliases()).isEmpty();
      assertThat(metadata.validTo()).isNull();
    }

    @Test
    void namesNoExhibitsAnyMore() {
      assertThat(parse(FRONT + "exhibits: []\n", "").metadata()).isEqualTo(article("").metadata());
      assertThatExceptionOfType(MalformedDocumentException.class)
          .isThrownBy(() -> parse(FRONT + "exhibits: [A1]\n", ""))
          .withMessageContaining("halls.yaml");
    }

    @Test
    void ofAnArticleHasNoKind() {
      assertThat(article("").metadata().role()).isEqualTo(Role.ARTICLE);
      assertThat(role("kind: article\n")).isEqualTo(Role.ARTICLE);
    }

    @Test
    void ofAVariantNamesTheDocumentItIsAVariantOf() {
      assertThat(role("variantOf: milu-name\n")).isEqualTo(new Role.Variant("milu-name"));
    }

    @Test
    void ofAMythSaysTheBeliefAndWhatItsCorrectionRestsOn() {
      assertThat(
              role(
                  """
                  kind: myth
                  belief: 麋鹿是驯鹿
                  supportedBy: ['milu#麋鹿是什么？', 'deer#鹿有几种？']
                  """))
          .isEqualTo(new Role.Myth("麋鹿是驯鹿", List.of("milu#麋鹿是什么？", "deer#鹿有几种？")));
    }

    @Test
    void ofAdviceSaysWhatAsksForItAndWhatItRestsOn() {
      assertThat(
              role(
                  """
                  kind: advice
                  triggers: [被蛇咬, 蛇咬了]
                  supportedBy: ['snakes#蛇咬了怎么办？']
                  """))
          .isEqualTo(new Role.Advice(List.of("被蛇咬", "蛇咬了"), List.of("snakes#蛇咬了怎么办？")));
    }

    @Test
    void saysSinceWhenItsFactsStandAndWhenToLookAtThemAgain() {
      Metadata metadata = parse(FRONT + "asOf: 2026-10-01\nreviewBy: 2027-10-01\n", "").metadata();

      assertThat(metadata.asOf()).isEqualTo(LocalDate.of(2026, 10, 1));
      assertThat(metadata.reviewBy()).isEqualTo(LocalDate.of(2027, 10, 1));
      assertThat(article("").metadata().asOf()).isNull();
      assertThat(article("").metadata().reviewBy()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        textBlock =
            """
            belief: 麋鹿是马                             | 'belief' belongs to a myth alone
            kind: advice~belief: 麋鹿是马                | 'belief' belongs to a myth alone
            triggers: [被咬]                             | 'triggers' belongs to advice alone
            kind: myth~belief: b~triggers: [被咬]        | 'triggers' belongs to advice alone
            supportedBy: ['a#b']                         | 'supportedBy' belongs to a myth and advice alone
            variantOf: deer~supportedBy: ['a#b']         | 'supportedBy' belongs to a myth and advice alone
            kind: myth~belief: b~variantOf: deer         | 'variantOf' belongs to an article alone
            kind: advice~variantOf: deer                 | 'variantOf' belongs to an article alone
            kind: myth                                   | 'belief' is missing, please add it
            kind: rumour                                 | kind
            """)
    void withAKeyThatItsKindDoesNotHaveIsRefusedByFileAndKey(String lines, String message) {
      assertRefused(FRONT + lines.replace('~', '\n') + "\n", message);
    }

    private Role role(String lines) {
      return parse(FRONT + lines, "").metadata().role();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"id", "title", "topics", "audience", "sources", "licence", "reviewedOn"})
    void withoutARequiredKeyIsRefusedByFileAndKey(String key) {
      String without = FRONT.replaceFirst("(?m)^" + key + ":.*\\R(  - .*\\R)?", "");

      assertThat(without).isNotEqualTo(FRONT);
      assertRefused(without, "'" + key + "' is missing");
    }

    @Test
    void withAnUnknownKeyIsRefusedByFileAndKey() {
      assertRefused(FRONT + "venue: milu\n", "\"venue\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: a b", "id: ''", "id: ../milu"})
    void withAnIdThatIsNoneIsRefused(String line) {
      assertRefused(FRONT.replace("id: milu", line), "A document's id");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            reviewedOn: 2026-11-23        | reviewedOn: yesterday   | reviewedOn
            audience: general             | audience: everybody     | audience
            topics: [biodiversity, milu]  | topics: biodiversity    | topics
            """)
    void withAValueOfTheWrongKindIsRefusedByFile(String line, String wrong, String key) {
      assertThatExceptionOfType(MalformedDocumentException.class)
          .as(key)
          .isThrownBy(() -> parse(FRONT.replace(line, wrong), ""))
          .withMessageContaining(PATH);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            reviewedOn: 2026-11-23        | reviewedOn: yesterday   | reviewedOn
            audience: general             | audience: everybody     | audience
            topics: [biodiversity, milu]  | topics: biodiversity    | topics
            """)
    void withAValueOfTheWrongKindIsRefusedByKey(String line, String wrong, String key) {
      assertRefused(FRONT.replace(line, wrong), key);
    }

    @Test
    void withAnEmptyListItemIsRefusedByFileAndKey() {
      assertRefused(FRONT.replace("sources:\n", "sources:\n  -\n"), "sources");
    }

    @Test
    void thatIsNoYamlIsRefused() {
      assertRefused("id: [milu\n", "front matter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# 麋鹿\n", "---\nid: milu\n", "\n---\nid: milu\n---\n"})
    void thatIsMissingIsAskedFor(String text) {
      assertThatExceptionOfType(MalformedDocumentException.class)
          .isThrownBy(() -> parser.parse(file(text)))
          .withMessageContaining(PATH)
          .withMessageContaining("front matter");
    }

    @Test
    void mayFollowAByteOrderMarkAndEndItsLinesAsWindowsDoes() {
      String text = ("\uFEFF---\n" + FRONT + "---\n## 吃什么？\n\n吃草。\n").replace("\n", "\r\n");

      Document document = parser.parse(file(text));

      assertThat(document.id()).isEqualTo("milu");
      assertThat(document.text()).isEqualTo("麋鹿\n\n吃什么？\n\n吃草。\n\n");
    }

    private void assertRefused(String front, String key) {
      assertThatExceptionOfType(MalformedDocumentException.class)
          .isThrownBy(() -> parse(front, ""))
          .withMessageContaining(PATH)
          .withMessageContaining(key);
    }
  }

  @Nested
  class Text {

    @Test
    void ofAHeadingOpensASection() {
      Document document = article("# 麋鹿\n\n导语。\n\n## 吃什么？\n\n吃草。\n\n### 水草\n\n也吃。\n");

      assertThat(document.sections())
          .extracting(Section::heading)
          .containsExactly("麋鹿", "吃什么？", "水草");
      assertThat(document.sections()).extracting(Section::level).containsExactly(1, 2, 3);
      assertThat(document.sections())
          .extracting(section -> document.text().substring(section.bodyStart(), section.end()))
          .containsExactly("导语。", "吃草。", "也吃。");
    }

    @Test
    void ofTheFirstHeadingIsTheTitleAndStandsOnce() {
      assertThat(article("# 麋鹿\n\n导语。\n").text()).isEqualTo("麋鹿\n\n导语。\n\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            看[月食](../astronomy/moon.md)去      | 看月食去
            学名`Elaphurus`                       | 学名Elaphurus
            **麋鹿**吃*草*                        | 麋鹿吃草
            一\\*二                               | 一*二
            a &amp; b                             | a & b
            看<b>粗</b>体                         | 看粗体
            见<script src="x"></script>此         | 见此
            """)
    void ofAParagraphIsWhatPeopleSee(String markdown, String text) {
      assertThat(body(markdown)).isEqualTo(text);
    }

    @Test
    void ofAListIsABlockAnItem() {
      assertThat(body("- 水星\n- 金星\n  - 金星没有卫星\n\n1. 地球\n2. 火星\n"))
          .isEqualTo("水星\n\n金星\n\n金星没有卫星\n\n地球\n\n火星");
    }

    @Test
    void ofATableIsALineARowWithItsColumns() {
      assertThat(
              body(
                  """
                  | 行星 | 直径 |
                  | --- | --- |
                  | 地球 | 12742千米 |
                  | [火星](mars.md) | 6779千米 |
                  """))
          .isEqualTo("行星：地球；直径：12742千米。\n\n行星：火星；直径：6779千米。");
    }

    @Test
    void ofHtmlIsLeftOut() {
      assertThat(body("前。\n\n<div onclick=\"x()\">\n里面\n</div>\n\n<!-- 注 -->\n\n后。\n"))
          .isEqualTo("前。\n\n后。");
    }

    @Test
    void ofCodeIsKeptAsItStands() {
      assertThat(body("```java\nint a = 1;\n```\n\n    b = 2\n")).isEqualTo("int a = 1;\n\nb = 2");
    }

    @Test
    void ofAQuoteIsItsParagraphs() {
      assertThat(body("> 引文。\n>\n> 又一段。\n")).isEqualTo("引文。\n\n又一段。");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
      "麋鹿吃, 草, 麋鹿吃草",
      "麋鹿。, 又名四不像, 麋鹿。又名四不像",
      "麋鹿, deer, 麋鹿deer",
      "deer, 麋鹿, deer麋鹿",
      "milu, deer, milu deer",
    })
    void ofALineBrokenAtAHanCharacterIsJoinedWithoutASpace(
        String first, String second, String joined) {
      assertThat(body(first + "\n" + second + "\n")).isEqualTo(joined);
    }

    @Test
    void ofALineBrokenOnPurposeKeepsTheBreak() {
      assertThat(body("床前明月光，  \n疑是地上霜。\n")).isEqualTo("床前明月光，\n疑是地上霜。");
    }

    private String body(String markdown) {
      Document document = article("## 节\n\n" + markdown);
      Section section = document.sections().getLast();
      return document.text().substring(section.bodyStart(), section.end());
    }
  }

  private Document article(String body) {
    return parse(FRONT, body);
  }

  private Document parse(String front, String body) {
    return parser.parse(file("---\n" + front + "---\n" + body));
  }

  private static SourceFile file(String text) {
    return new SourceFile(PATH, text.getBytes(StandardCharsets.UTF_8));
  }
}
