package org.kepu.knowledge.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Small files of each format, about the milu. */
public final class TestFiles {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private TestFiles() {}

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static String html() {
    return """
    <html><head><title>麋鹿</title><script>var 脚本 = 1;</script></head><body><nav>首页</nav>
    <h1>麋鹿</h1><p>麋鹿是
    中国特有的鹿。</p><h2>吃什么</h2><ul><li>青草</li><li>水草</li></ul>
    <table><caption>体形</caption><tr><th>性别</th><th>体重</th></tr><tr><td>雄</td><td>250 千克</td></tr></table>
    <figure><img src="a.png"><figcaption>水边的麋鹿</figcaption></figure></body></html>
    """;
  }

  /** A heading, a paragraph, a section with a table. */
  public static byte[] docx() {
    return docx(
        """
        <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>麋鹿</w:t></w:r></w:p>
        <w:p><w:r><w:t>麋鹿是中国特有的鹿。</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>体形</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>性别</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>体重</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>雄</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>250 千克</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """,
        "");
  }

  /** A Word document of this body, with a document type definition before it where there is one. */
  public static byte[] docx(String body, String doctype) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    String office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.put(
        "[Content_Types].xml",
        utf8(
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="%1$sstyles+xml"/></Types>
            """
                .formatted(office)));
    String links =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    String link = "<Relationship Id=\"r1\" Type=\"" + relations + "%s\" Target=\"%s\"/>";
    parts.put(
        "_rels/.rels",
        utf8(links.formatted(link.formatted("officeDocument", "word/document.xml"))));
    parts.put(
        "word/_rels/document.xml.rels",
        utf8(links.formatted(link.formatted("styles", "styles.xml"))));
    parts.put(
        "word/styles.xml",
        utf8(
            """
            <w:styles xmlns:w="%s"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>
            """
                .formatted(WORD)));
    parts.put(
        "word/document.xml",
        utf8(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%s<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>"
                .formatted(doctype, WORD, body)));
    return zip(parts);
  }

  /** A sheet of birds with this many rows below its header. */
  public static byte[] xlsx(int rows) {
    try (SXSSFWorkbook book = new SXSSFWorkbook(100);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("鸟类");
      for (int i = 0; i <= rows; i++) {
        var row = sheet.createRow(i);
        row.createCell(0).setCellValue(i == 0 ? "名称" : "丹顶鹤");
        row.createCell(1).setCellValue(i == 0 ? "翼展" : "2.4 米");
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two slides: a title and a line each. */
  public static byte[] pptx() {
    try (XMLSlideShow show = new XMLSlideShow();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String each : List.of("麋鹿是什么", "麋鹿吃什么")) {
        slide(show, each);
      }
      show.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void slide(XMLSlideShow show, String title) {
    var layout =
        show.getSlideMasters()
            .getFirst()
            .getLayout(org.apache.poi.xslf.usermodel.SlideLayout.TITLE_AND_CONTENT);
    var slide = show.createSlide(layout);
    slide.getPlaceholder(0).setText(title);
    slide.getPlaceholder(1).setText(title + "？见展板。");
  }

  /** A book of two chapters, packed in the other order. */
  public static byte[] epub() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8("application/epub+zip"));
    parts.put(
        "META-INF/container.xml",
        utf8(
            """
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
            <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
            """));
    parts.put(
        "book.opf",
        utf8(
            """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>星空</dc:title></metadata>
            <manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
            <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
            """));
    parts.put("b.xhtml", utf8(chapter("第二章 月亮", "月亮绕着地球转。")));
    parts.put("a.xhtml", utf8(chapter("第一章 太阳", "太阳是一颗恒星。")));
    return zip(parts);
  }

  private static String chapter(String heading, String text) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>%s</h1><p>%s</p></body></html>"
        .formatted(heading, text);
  }

  /** Two pages of a journal. */
  public static byte[] pdf() {
    return new TestPdf()
        .page()
        .text(60, 760, 22, "麋鹿")
        .text(60, 700, 12, "麋鹿是中国特有的鹿，喜欢在水边的沼泽里生活。")
        .page()
        .text(60, 760, 12, "雄鹿每年冬天脱角，春天又长出新的角来。")
        .bytes();
  }

  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
