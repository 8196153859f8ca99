package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;

/** Read by POI's extractor. */
class DocxExporterTest extends PrintedContract {

  @Override
  Exporter exporter() {
    return new DocxExporter();
  }

  @Override
  String text(byte[] file) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }

  @Override
  String aigc(byte[] file) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      return document.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr();
    }
  }

  @Test
  void fileNamesSortByDayAndTitle() {
    Paper paper = ExporterContract.paper(SampleItems.plain(), true, false);

    assertThat(paper.fileName(Format.DOCX)).isEqualTo("20261129-麋鹿-测验-1-v03-学生.docx");
    assertThat(List.of(Format.values()))
        .allSatisfy(
            format -> assertThat(paper.fileName(format)).doesNotContainPattern("[\\\\/:*?\"<>| ]"));
  }
}
