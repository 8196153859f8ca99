package org.kepu.assistant.educator.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.document.PdfText;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

/**
 * A paper to print: for pupils without keys, for teachers with keys and sources. Its font travels
 * with it.
 */
public final class PdfExporter implements Exporter {

  private static final float TITLE = 18;
  private static final float HEADING = 13;
  private static final float TEXT = 11;
  private static final float SMALL = 9;
  private static final float INDENT = 20;

  @Override
  public Format format() {
    return Format.PDF;
  }

  @Override
  public byte[] export(Paper paper) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      PdfText text = PdfText.in(document);
      document.getDocumentInformation().setTitle(paper.title());
      document.getDocumentInformation().setSubject(paper.label());
      document.getDocumentInformation().setCustomMetadataValue(AiLabel.PROPERTY, paper.aigc());
      PdfPages pages = new PdfPages(document, text);
      try (pages) {
        write(pages, paper);
      }
      document.save(file);
      return text.named(file.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written to memory", e);
    }
  }

  private void write(PdfPages pages, Paper paper) throws IOException {
    pages.write(paper.title(), TITLE, 0);
    pages.write(
        paper.stage().label() + " · " + (paper.teacher() ? "教师卷（含答案与来源）" : "学生卷"), SMALL, 0);
    pages.write(paper.label(), SMALL, 0);
    if (!paper.teacher()) {
      pages.write("班级＿＿＿＿＿＿＿　姓名＿＿＿＿＿＿＿　日期＿＿＿＿＿＿＿", TEXT, 0);
    }
    Kind kind = null;
    for (Numbered numbered : paper.heldBy(format())) {
      if (numbered.item().kind() != kind) {
        kind = numbered.item().kind();
        pages.gap(HEADING);
        pages.write(kind.label(), HEADING, 0);
      }
      item(pages, numbered, paper.teacher());
    }
    pages.gap(TITLE);
    pages.write(
        "%s 内容依据馆藏文章，%s导出，第%d版。".formatted(paper.label(), paper.day(), paper.version()), SMALL, 0);
  }

  private static void item(PdfPages pages, Numbered numbered, boolean teacher) throws IOException {
    Item item = numbered.item();
    pages.gap(SMALL);
    pages.write(numbered.number() + ". " + item.stem(), TEXT, 0);
    for (String line : body(item)) {
      pages.write(line, TEXT, INDENT);
    }
    if (teacher) {
      pages.write("答案：" + Wording.key(item), TEXT, INDENT);
      pages.write("依据：" + item.explanation(), SMALL, INDENT);
      pages.write("来源：" + Wording.source(item), SMALL, INDENT);
      pages.write(Wording.alignment(item), SMALL, INDENT);
    } else if (item.content() instanceof Content.Open || item.kind() == Kind.HANDS_ON) {
      pages.gap(4 * TEXT);
    }
  }

  private static List<String> body(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          IntStream.range(0, choice.options().size())
              .mapToObj(at -> Wording.letter(at) + ". " + choice.options().get(at).text())
              .toList();
      case Content.Judgement judgement -> List.of("（　　）对　（　　）错");
      case Content.Blank blank -> List.of("答：＿＿＿＿＿＿＿＿" + blank.unit());
      case Content.Open open -> List.of();
      case Content.Ordering ordering ->
          Wording.mixed(item.stem(), ordering.inOrder().size()).stream()
              .map(at -> "（　　）" + ordering.inOrder().get(at))
              .toList();
      case Content.Matching matching -> {
        List<Integer> order = Wording.mixed(item.stem(), matching.pairs().size());
        yield IntStream.range(0, order.size())
            .mapToObj(
                at ->
                    "%d) %s　·　　　　·　%s"
                        .formatted(
                            at + 1,
                            matching.pairs().get(at).left(),
                            matching.pairs().get(order.get(at)).right()))
            .toList();
      }
      case Content.Task task ->
          IntStream.range(0, task.steps().size())
              .mapToObj(at -> (at + 1) + ") " + task.steps().get(at))
              .toList();
    };
  }
}
