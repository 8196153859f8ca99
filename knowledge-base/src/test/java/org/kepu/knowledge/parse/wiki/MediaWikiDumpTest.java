package org.kepu.knowledge.parse.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.TestFiles;

class MediaWikiDumpTest {

  private static final String MILU =
      """
      {{Infobox|name={{lang|la|Elaphurus}}}}
      [[File:Milu.jpg|thumb|200px|水边的[[麋鹿]]]]
      '''麋鹿'''是[[鹿科|鹿科动物]]。&lt;ref name="a"&gt;某书&lt;/ref&gt;它又叫-{zh-hans:四不像; zh-hant:四不像子}-。
      == 食性 ==
      * [[青草]]
      * 水草&amp;nbsp;等
      {| class="wikitable"
      |+ 体形
      ! 性别 !! 体重
      |-
      | 雄 || align=right | 250
      |}
      == 参考文献 ==
      * 某书
      [[Category:鹿科]]
      """;

  @Test
  void ofTheWantedCategoryTheWordsAreReadWithTheirStructure() {
    List<ParseResult> results =
        read(dump(page(1, "麋鹿", MILU) + page(2, "月球", "[[分类:天体]]月。")), "鹿科");

    assertThat(results).hasSize(1);
    Document document = ((Parsed) results.getFirst()).document();
    assertThat(document.id()).isEqualTo("zhwiki-1");
    assertThat(document.text())
        .contains("（图：水边的麋鹿）", "麋鹿是鹿科动物。它又叫四不像。", "青草\n\n水草 等", "性别：雄；体重：250。")
        .doesNotContain("Infobox", "某书", "Category", "四不像子", "[[");
    assertThat(document.sections())
        .extracting(Section::level, Section::heading)
        .containsExactly(tuple(1, "麋鹿"), tuple(2, "食性"));
  }

  @Test
  void anArticleNamesItsAddressItsRevisionAndTheLicenceOfTheWikisTexts() {
    Document document = ((Parsed) read(dump(page(1, "麋鹿", MILU)), "鹿科").getFirst()).document();

    assertThat(document.metadata().licence()).isEqualTo("CC BY-SA 4.0");
    assertThat(document.metadata().sources())
        .containsExactly("https://zh.wikipedia.org/wiki/麋鹿，修订版本 901，2026-01-02T03:04:05Z");
  }

  @Test
  void redirectsAndPagesOfOtherNameSpacesAreNoArticles() {
    String redirect =
        page(3, "四不像", "麋鹿").replace("<ns>0</ns>", "<ns>0</ns><redirect title=\"麋鹿\"/>");
    String talk = page(4, "讨论:麋鹿", "谈谈。").replace("<ns>0</ns>", "<ns>1</ns>");

    assertThat(read(dump(redirect + talk))).isEmpty();
  }

  @Test
  void whatPrecedesADamagedPlaceIsReadAndTheRestIsQuarantined() {
    String whole = dump(page(1, "麋鹿", MILU) + page(2, "月球", "月。"));

    List<ParseResult> results = read(whole.substring(0, whole.indexOf("月。")));

    assertThat(results).hasSize(2);
    assertThat(results.getFirst()).isInstanceOf(Parsed.class);
    assertThat(results.getLast())
        .isInstanceOfSatisfying(
            Quarantined.class, out -> assertThat(out.reason()).isEqualTo(QuarantineReason.DAMAGED));
  }

  @Test
  void entitiesWithoutNumberAreNoReasonToStop() {
    String ampersands = "鹿 &amp; 草 ".repeat(200_000);

    List<ParseResult> results = read(dump(page(1, "鹿", ampersands)));

    assertThat(results).singleElement().isInstanceOf(Parsed.class);
  }

  @Test
  void bracketsThatNobodyClosesAreReadInOnePass() {
    String hostile = "[[".repeat(200_000) + "{{".repeat(100_000) + "-{".repeat(100_000) + "鹿";

    assertThat(read(dump(page(1, "鹿", "鹿。\n" + hostile)))).hasSize(1);
  }

  private static List<ParseResult> read(String xml, String... categories) {
    List<ParseResult> results = new ArrayList<>();
    new MediaWikiDump(FileDescription.NONE, List.of(categories), Limits.STANDARD)
        .read("zhwiki.xml", new ByteArrayInputStream(TestFiles.utf8(xml)), results::add);
    return results;
  }

  private static String dump(String pages) {
    return """
    <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><siteinfo><sitename>维基百科</sitename>
    <dbname>zhwiki</dbname><base>https://zh.wikipedia.org/wiki/Wikipedia:首页</base></siteinfo>%s</mediawiki>
    """
        .formatted(pages);
  }

  private static String page(int id, String title, String text) {
    return """
    <page><title>%s</title><ns>0</ns><id>%d</id><revision><id>90%d</id>
    <timestamp>2026-01-02T03:04:05Z</timestamp><contributor><username>某人</username><id>7</id></contributor>
    <text bytes="1" xml:space="preserve">%s</text></revision></page>
    """
        .formatted(title, id, id, text);
  }
}
