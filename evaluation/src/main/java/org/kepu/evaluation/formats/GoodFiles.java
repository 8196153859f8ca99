package org.kepu.evaluation.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.knowledge.parse.SourceFile;

/** Writes passages as files, each in the format whose turn it is. */
final class GoodFiles {

  private static final List<Writer> WRITERS =
      List.of(
          (name, passage) ->
              file(name + ".txt", passage.text().getBytes(Charset.forName("GB18030"))),
          (name, passage) ->
              file(
                  name + ".html",
                  "<html><body><h1>%s</h1><p>%s</p></body></html>"
                      .formatted(escaped(passage.title()), escaped(passage.text()))
                      .getBytes(StandardCharsets.UTF_8)),
          (name, passage) -> file(name + ".docx", word(passage)),
          (name, passage) -> file(name + ".xlsx", sheet(passage)),
          (name, passage) -> file(name + ".pptx", slides(passage)));

  private GoodFiles() {}

  /** The passage as a file, in the {@code turn}th format. */
  static SourceFile of(int turn, TextPassage passage) {
    try {
      return WRITERS.get(turn % WRITERS.size()).write("good-" + turn, passage);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + passage.id(), e);
    }
  }

  private static SourceFile file(String name, byte[] content) {
    return new SourceFile(name, content);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static byte[] word(TextPassage passage) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText(passage.title());
      document.createParagraph().createRun().setText(passage.text());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] sheet(TextPassage passage) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var sheet = book.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("正文");
      sheet.createRow(1).createCell(0).setCellValue(passage.text());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] slides(TextPassage passage) throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      XSLFSlide slide =
          show.createSlide(
              show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT));
      slide.getPlaceholder(0).setText(passage.title());
      slide.getPlaceholder(1).setText(passage.text());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      show.write(out);
      return out.toByteArray();
    }
  }

  private interface Writer {
    SourceFile write(String name, TextPassage passage) throws IOException;
  }
}
