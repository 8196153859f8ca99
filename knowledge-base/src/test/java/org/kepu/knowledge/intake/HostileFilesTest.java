package org.kepu.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.TestFiles;
import org.kepu.knowledge.parse.TestPdf;
import org.kepu.knowledge.parse.fork.JavaCommand;

/** Hostile files, each followed by a good one, through one intake. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileFilesTest {

  private static final Map<String, byte[]> FILES = files();

  private final FileIntake intake = new FileIntake(JavaCommand.ofThisProcess(), Limits.STANDARD);

  @AfterAll
  void close() {
    intake.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @Timeout(30)
  void costsItselfAlone(String path) {
    assertThat(parse(path, FILES.getOrDefault(path, new byte[0])))
        .isInstanceOfSatisfying(
            Quarantined.class,
            quarantined -> assertThat(quarantined.inWords()).startsWith(path + "："));

    assertThat(parse("good.docx", TestFiles.docx())).isInstanceOf(Parsed.class);
  }

  @Test
  void everyFormatIsReadInTheOtherProcess() {
    assertThat(
            List.of(
                parse("a.html", TestFiles.utf8(TestFiles.html())),
                parse("a.txt", TestFiles.utf8("麋鹿是鹿。")),
                parse("a.pdf", TestFiles.pdf()),
                parse("a.docx", TestFiles.docx()),
                parse("a.pptx", TestFiles.pptx()),
                parse("a.xlsx", TestFiles.xlsx(3)),
                parse("a.epub", TestFiles.epub())))
        .allSatisfy(result -> assertThat(result).isInstanceOf(Parsed.class));
  }

  @Test
  void markdownThatBreaksItsRulesIsQuarantinedToo() {
    assertThat(parse("a.md", TestFiles.utf8("---\nid: [\n---\n# 文章")))
        .isInstanceOf(Quarantined.class);
    assertThat(parse("a.md", TestFiles.utf8(">".repeat(100_000)))).isInstanceOf(Quarantined.class);
  }

  static List<String> hostile() {
    return List.copyOf(FILES.keySet());
  }

  private ParseResult parse(String path, byte[] content) {
    return intake.parse(new SourceFile(path, content), FileDescription.NONE);
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("billion-laughs.docx", TestFiles.docx("<w:p>&e9;</w:p>", billionLaughs()));
    files.put("deep.docx", TestFiles.docx("<w:p>".repeat(50_000) + "</w:p>".repeat(50_000), ""));
    files.put(
        "deep-tables.docx",
        TestFiles.docx(
            "<w:tbl><w:tr><w:tc>".repeat(3_000) + "</w:tc></w:tr></w:tbl>".repeat(3_000), ""));
    files.put("expands.xlsx", TestFiles.zip(Map.of("xl/workbook.xml", new byte[300 << 20])));
    files.put("many.epub", manyEntries());
    files.put("nested.docx", nestedZips());
    files.put("rows.xlsx", TestFiles.xlsx(900_000));
    files.put("deep.html", TestFiles.utf8("<div>".repeat(200_000) + "鹿"));
    files.put("loop.pdf", pageLoop());
    files.put("deep.pdf", deepArrays());
    files.put("long.txt", TestFiles.utf8("麋鹿是鹿。\n".repeat(1_000_000)));
    return files;
  }

  private static String billionLaughs() {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"鹿\">");
    for (int i = 1; i < 10; i++) {
      doctype.append("<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
    }
    return doctype.append("]>").toString();
  }

  private static byte[] manyEntries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 30_000; i++) {
      entries.put("a" + i, new byte[0]);
    }
    return TestFiles.zip(entries);
  }

  private static byte[] nestedZips() {
    byte[] inner = new byte[1 << 20];
    for (int i = 0; i < 20; i++) {
      inner = TestFiles.zip(Map.of("word/document.xml", inner, "b.docx", inner));
    }
    return inner;
  }

  /** The tree of pages is its own branch. */
  private static byte[] pageLoop() {
    return TestPdf.file(
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2000000000 /Parent 3 0 R >>",
            "<< /Type /Pages /Kids [2 0 R] /Count 2000000000 /Parent 2 0 R >>"),
        "");
  }

  private static byte[] deepArrays() {
    return TestPdf.file(
        List.of(
            "<< /Type /Catalog /Pages 2 0 R /X "
                + "[".repeat(200_000)
                + "]".repeat(200_000)
                + " >>",
            "<< /Type /Pages /Kids [] /Count 0 >>"),
        "");
  }
}
