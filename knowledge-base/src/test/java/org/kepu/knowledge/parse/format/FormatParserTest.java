package org.kepu.knowledge.parse.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.TestFiles;
import org.kepu.knowledge.parse.TestPdf;

class FormatParserTest {

  private static final FormatParser PARSER = new FormatParser(Limits.STANDARD);

  @Test
  void ofAPageTheTextIsReadWithItsHeadingsListsTablesAndCaptions() {
    Document document = parsed("milu.html", TestFiles.utf8(TestFiles.html()));

    assertThat(document.title()).isEqualTo("麋鹿");
    assertThat(document.text())
        .contains("麋鹿是中国特有的鹿。")
        .contains("青草\n\n水草\n\n")
        .contains("性别：雄；体重：250 千克。")
        .contains("体形")
        .contains("水边的麋鹿")
        .doesNotContain("脚本", "首页");
    assertThat(document.sections())
        .extracting(Section::level, Section::heading)
        .containsExactly(tuple(1, "麋鹿"), tuple(2, "吃什么"));
  }

  @Test
  void wordsHeadingsAreSectionsAndItsTablesRows() {
    Document document = parsed("milu.docx", TestFiles.docx());

    assertThat(document.title()).isEqualTo("麋鹿");
    assertThat(document.text()).contains("麋鹿是中国特有的鹿。").contains("性别：雄；体重：250 千克。");
    assertThat(document.sections()).extracting(Section::heading).containsExactly("麋鹿", "体形");
  }

  @Test
  void aSheetIsItsRowsWithTheirHeader() {
    Document document = parsed("birds.xlsx", TestFiles.xlsx(2));

    assertThat(document.text()).contains("鸟类").contains("名称：丹顶鹤；翼展：2.4 米。");
  }

  @Test
  void aSlideIsASectionAndAPage() {
    Document document = parsed("show.pptx", TestFiles.pptx());

    assertThat(document.sections())
        .extracting(Section::heading)
        .containsSubsequence("麋鹿是什么", "麋鹿吃什么");
    assertThat(document.pageAt(document.text().indexOf("麋鹿吃什么？见展板。"))).isEqualTo(2);
  }

  @Test
  void aBookIsReadInItsOwnOrder() {
    Document document = parsed("sky.epub", TestFiles.epub());

    assertThat(document.title()).isEqualTo("星空");
    assertThat(document.sections())
        .extracting(Section::heading)
        .containsExactly("星空", "第一章 太阳", "第二章 月亮");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void plainTextIsReadInAnyEncoding(Charset charset) {
    String text = "第一章 麋鹿\n\n麋鹿是中国特有的鹿，喜欢在水边的沼泽里生活。\n\n雄鹿每年冬天脱角，春天又长出新的角来。\n";

    Document document = parsed("milu.txt", text.getBytes(charset));

    assertThat(document.text()).contains("雄鹿每年冬天脱角，春天又长出新的角来。");
    assertThat(document.sections()).extracting(Section::heading).contains("第一章 麋鹿");
  }

  static List<Charset> encodings() {
    return List.of(Charset.forName("UTF-8"), Charset.forName("GB18030"), Charset.forName("UTF-16"));
  }

  @Test
  void largeTypeIsAHeadingAndASentenceKnowsItsPage() {
    Document document = parsed("journal.pdf", TestFiles.pdf());

    assertThat(document.title()).isEqualTo("麋鹿");
    assertThat(document.pageAt(document.text().indexOf("沼泽"))).isEqualTo(1);
    assertThat(document.pageAt(document.text().indexOf("脱角"))).isEqualTo(2);
  }

  @Test
  void aSentenceThatRunsOverTheEndOfAPageIsWhole() {
    TestPdf pdf = new TestPdf();
    for (int page = 1; page <= 4; page++) {
      pdf.page().text(60, 800, 9, "麋鹿苑馆刊").text(290, 40, 9, String.valueOf(page));
      pdf.text(60, 700, 12, page % 2 == 1 ? "麋鹿喜欢水边的沼泽，清末因洪水和战乱" : "在中国一度消失。后来从英国乌邦寺回到南海子。");
    }

    Document document = parsed("journal.pdf", pdf.bytes());

    assertThat(document.text()).contains("清末因洪水和战乱在中国一度消失。").doesNotContain("馆刊");
    assertThat(document.pageAt(document.text().indexOf("清末"))).isEqualTo(1);
    assertThat(document.pageAt(document.text().indexOf("在中国一度"))).isEqualTo(2);
  }

  @Test
  void columnsAreReadOneAfterTheOtherHoweverTheyWereDrawn() {
    TestPdf pdf = new TestPdf().page().text(60, 780, 22, "一个横跨两栏的题目麋鹿回家的漫长道路");
    for (int line = 0; line < 6; line++) {
      double bottom = 700 - 16 * line;
      pdf.text(310, bottom, 12, "右栏第" + "一二三四五六".charAt(line) + "行从中间一直写到右边为止呀");
      pdf.text(60, bottom, 12, "左栏第" + "一二三四五六".charAt(line) + "行从左边一直写到中间为止呀");
    }

    String text = parsed("two.pdf", pdf.bytes()).text();

    assertThat(text.indexOf("左栏第六行")).isBetween(0, text.indexOf("右栏第一行"));
  }

  @Test
  void aTableOnAPageKeepsItsRowsWithTheirHeader() {
    TestPdf pdf = new TestPdf().page().text(60, 780, 12, "下表列出三种鹿的体形，数字都是成年雄鹿的平均数。");
    String[][] rows = {
      {"名称", "肩高", "体重"}, {"麋鹿", "1.2 米", "250"}, {"梅花鹿", "1 米", "110"}, {"水鹿", "1.4 米", "230"}
    };
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 3; column++) {
        pdf.text(60 + 150 * column, 740 - 18 * row, 12, rows[row][column]);
      }
    }
    pdf.text(60, 640, 12, "其中水鹿最高，麋鹿最重，梅花鹿身上有白斑，最好认。");

    assertThat(parsed("deer.pdf", pdf.bytes()).text())
        .contains("名称：麋鹿；肩高：1.2 米；体重：250。")
        .contains("名称：水鹿；肩高：1.4 米；体重：230。")
        .contains("其中水鹿最高");
  }

  @Test
  void aPageWithoutATextLayerAmongOthersIsRemarkedOn() {
    byte[] pdf =
        new TestPdf().page().text(60, 700, 12, "麋鹿是中国特有的鹿，喜欢在水边的沼泽里生活。").page().picture().bytes();

    ParseResult result = parse("half.pdf", pdf, FileDescription.NONE);

    assertThat(result).isInstanceOf(Parsed.class);
    assertThat(((Parsed) result).remarks()).containsExactly("第 2 页没有文字层，未收录");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("unusable")
  void whatCannotBeUsedIsQuarantinedWithItsReason(
      String name, byte[] content, QuarantineReason reason) {
    assertThat(parse(name, content, FileDescription.NONE))
        .isInstanceOfSatisfying(
            Quarantined.class, quarantined -> assertThat(quarantined.reason()).isEqualTo(reason));
  }

  static List<Arguments> unusable() {
    return List.of(
        Arguments.of("scan.pdf", new TestPdf().page().picture().bytes(), QuarantineReason.SCANNED),
        Arguments.of(
            "locked.pdf",
            new TestPdf().page().text(60, 700, 12, "秘密").encrypted().bytes(),
            QuarantineReason.ENCRYPTED),
        Arguments.of("really-a.docx", TestFiles.pdf(), QuarantineReason.MISNAMED),
        Arguments.of("really-a.pdf", TestFiles.docx(), QuarantineReason.MISNAMED),
        Arguments.of("nothing.txt", new byte[0], QuarantineReason.EMPTY),
        Arguments.of("blank.txt", TestFiles.utf8(" \n \n"), QuarantineReason.EMPTY),
        Arguments.of("broken.pdf", TestFiles.utf8("%PDF-1.7\nnothing"), QuarantineReason.DAMAGED),
        Arguments.of(
            "any.zip", TestFiles.zip(Map.of("a", new byte[1])), QuarantineReason.UNSUPPORTED));
  }

  @Test
  void whatIsSaidBesideTheFileCountsForMoreThanWhatTheFileSays() {
    FileDescription beside =
        FileDescription.read(
            new SourceFile(
                "milu.docx.yaml",
                TestFiles.utf8("id: milu-word\ntitle: 麋鹿手册\nvenues: [milu]\naudience: child\n")));
    FileDescription source =
        FileDescription.read(
            new SourceFile("_.yaml", TestFiles.utf8("venues: [museum]\nlicence: 馆内资料\n")));

    Parsed parsed = (Parsed) parse("halls/milu.docx", TestFiles.docx(), beside.orElse(source));

    assertThat(parsed.document().id()).isEqualTo("milu-word");
    assertThat(parsed.document().title()).isEqualTo("麋鹿手册");
    assertThat(parsed.document().metadata().venues()).containsExactly("milu");
    assertThat(parsed.document().metadata().licence()).isEqualTo("馆内资料");
    assertThat(parsed.document().metadata().sources()).containsExactly("milu.docx");
  }

  private static Document parsed(String path, byte[] content) {
    ParseResult result = parse(path, content, FileDescription.NONE);
    assertThat(result).isInstanceOf(Parsed.class);
    return ((Parsed) result).document();
  }

  private static ParseResult parse(String path, byte[] content, FileDescription description) {
    return PARSER.parse(new SourceFile(path, content), description);
  }
}
