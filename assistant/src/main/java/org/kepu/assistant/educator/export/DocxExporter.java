package org.kepu.assistant.educator.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** A paper to print and to edit: for pupils without keys, for teachers with keys and sources. */
public final class DocxExporter implements Exporter {

  private static final String FONT = "宋体";
  private static final String HEADING_FONT = "黑体";
  private static final String QUIET = "666666";
  private static final String RIGHT = "1B6E3C";
  private static final String RULE = "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿";

  @Override
  public Format format() {
    return Format.DOCX;
  }

  @Override
  public byte[] export(Paper paper) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      document.getProperties().getCustomProperties().addProperty("AIGC", paper.aigc());
      document.getProperties().getCoreProperties().setTitle(SafeText.xml(paper.title()));
      document.getProperties().getCoreProperties().setDescription(paper.label());
      head(document, paper);
      Kind kind = null;
      for (Numbered item : paper.heldBy(format())) {
        if (item.item().kind() != kind) {
          kind = item.item().kind();
          kindHeading(document, kind);
        }
        item(document, item, paper.teacher());
      }
      foot(document, paper);
      document.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written to memory", e);
    }
  }

  private static void head(XWPFDocument document, Paper paper) {
    XWPFParagraph title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    run(title, paper.title(), 18, true, null, HEADING_FONT);
    XWPFParagraph under = document.createParagraph();
    under.setAlignment(ParagraphAlignment.CENTER);
    run(
        under,
        paper.stage().label() + " · " + (paper.teacher() ? "教师卷（含答案与来源）" : "学生卷"),
        10,
        false,
        QUIET,
        FONT);
    XWPFParagraph label = document.createParagraph();
    label.setAlignment(ParagraphAlignment.CENTER);
    run(label, paper.label(), 9, false, QUIET, FONT);
    if (!paper.teacher()) {
      line(document, "班级＿＿＿＿＿＿＿＿　姓名＿＿＿＿＿＿＿＿　日期＿＿＿＿＿＿＿＿", 11, null);
    }
  }

  private static void kindHeading(XWPFDocument document, Kind kind) {
    XWPFParagraph heading = document.createParagraph();
    heading.setSpacingBefore(240);
    heading.setKeepNext(true);
    run(heading, kind.label(), 13, true, null, HEADING_FONT);
  }

  private static void item(XWPFDocument document, Numbered numbered, boolean teacher) {
    Item item = numbered.item();
    XWPFParagraph stem = line(document, numbered.number() + ". " + item.stem(), 11, null);
    stem.setSpacingBefore(120);
    stem.setKeepNext(true);
    body(document, item);
    if (teacher) {
      line(document, "答案：" + Wording.key(item), 10.5, RIGHT);
      if (item.content() instanceof Content.Open open) {
        open.points().forEach(point -> line(document, "可以补充：" + point, 10, QUIET));
      }
      line(document, "依据：" + item.explanation(), 10, QUIET);
      line(document, "来源：" + Wording.source(item), 9, QUIET);
      line(document, Wording.alignment(item), 9, QUIET);
    }
  }

  private static void body(XWPFDocument document, Item item) {
    switch (item.content()) {
      case Content.Choice choice ->
          IntStream.range(0, choice.options().size())
              .forEach(
                  at ->
                      indented(
                          document, Wording.letter(at) + ". " + choice.options().get(at).text()));
      case Content.Judgement judgement -> indented(document, "（　　）对　（　　）错");
      case Content.Blank blank -> indented(document, "答：＿＿＿＿＿＿＿＿＿＿" + blank.unit());
      case Content.Open open -> rules(document, 3);
      case Content.Ordering ordering -> {
        List<Integer> order = Wording.mixed(item.stem(), ordering.inOrder().size());
        order.forEach(at -> indented(document, "（　　）" + ordering.inOrder().get(at)));
      }
      case Content.Matching matching -> {
        List<Integer> order = Wording.mixed(item.stem(), matching.pairs().size());
        IntStream.range(0, order.size())
            .forEach(
                at ->
                    indented(
                        document,
                        "%d) %s　·　　　　　·　%s"
                            .formatted(
                                at + 1,
                                matching.pairs().get(at).left(),
                                matching.pairs().get(order.get(at)).right())));
      }
      case Content.Task task -> {
        if (!task.materials().isEmpty()) {
          indented(document, "准备：" + String.join("、", task.materials()));
        }
        IntStream.range(0, task.steps().size())
            .forEach(at -> indented(document, (at + 1) + ") " + task.steps().get(at)));
        if (item.kind() == Kind.HANDS_ON) {
          rules(document, 2);
        }
      }
    }
  }

  private static void foot(XWPFDocument document, Paper paper) {
    XWPFParagraph foot = document.createParagraph();
    foot.setSpacingBefore(360);
    run(
        foot,
        "%s 内容依据馆藏文章，%s导出，第%d版。".formatted(paper.label(), paper.day(), paper.version()),
        9,
        false,
        QUIET,
        FONT);
  }

  private static void rules(XWPFDocument document, int count) {
    for (int i = 0; i < count; i++) {
      indented(document, RULE);
    }
  }

  private static void indented(XWPFDocument document, String text) {
    line(document, text, 11, null).setIndentationLeft(420);
  }

  private static XWPFParagraph line(
      XWPFDocument document,
      String text,
      double size,
      @org.jspecify.annotations.Nullable String colour) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(40);
    run(paragraph, text, size, false, colour, FONT);
    return paragraph;
  }

  /** Line breaks in the text are line breaks on the paper. */
  private static void run(
      XWPFParagraph paragraph,
      String text,
      double size,
      boolean bold,
      @org.jspecify.annotations.Nullable String colour,
      String font) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(size);
    run.setBold(bold);
    if (colour != null) {
      run.setColor(colour);
    }
    run.setFontFamily(font);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    (properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts())
        .setEastAsia(font);
    String[] lines = SafeText.xml(text).replace("\r\n", "\n").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
  }
}
