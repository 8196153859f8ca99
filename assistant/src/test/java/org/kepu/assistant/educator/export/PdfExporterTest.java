package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Kind;

/** Read by PDFBox's text stripper. */
class PdfExporterTest extends PrintedContract {

  private static final PdfExporter EXPORTER = new PdfExporter();

  @Override
  Exporter exporter() {
    return EXPORTER;
  }

  @Override
  String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Override
  String aigc(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return document.getDocumentInformation().getCustomMetadataValue("AIGC");
    }
  }

  /** What the font has no shape for is put plainly, or named. */
  @Override
  String given(String text) {
    return text.replace('₂', '2')
        .codePoints()
        .mapToObj(
            c ->
                (c > 0xFFFF && (!isHan(c) || c == 0x2A6A5)) || c == 0x200D || c == 0xFE0F
                    ? String.format(Locale.ROOT, "〔U+%04X〕", c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  @Test
  void anEmojiIsNamedByItsCode() throws IOException {
    byte[] file =
        EXPORTER.export(
            ExporterContract.paper(
                List.of(SampleItems.item(Kind.TRUE_FALSE, "🦌是鹿。", new Content.Judgement(true))),
                false,
                true));

    assertThat(text(file)).contains("〔U+1F98C〕是鹿。");
  }

  @Test
  void lettersThatFontsJoinAreReadBackAsTheyAre() throws IOException {
    byte[] file =
        EXPORTER.export(
            ExporterContract.paper(
                List.of(
                    SampleItems.item(
                        Kind.TRUE_FALSE,
                        "office, affine, first, fff6",
                        new Content.Judgement(true))),
                false,
                true));

    assertThat(text(file)).contains("office, affine, first, fff6");
  }
}
