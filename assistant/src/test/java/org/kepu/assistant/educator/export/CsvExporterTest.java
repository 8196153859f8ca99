package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Item;

class CsvExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new CsvExporter();
  }

  @Override
  protected List<Read> read(byte[] file) throws IOException {
    List<CSVRecord> rows = rows(file);
    List<Read> read = new ArrayList<>();
    for (CSVRecord row : rows.subList(1, rows.size() - 1)) {
      List<String> options =
          IntStream.range(3, 9).mapToObj(row::get).filter(text -> !text.isEmpty()).toList();
      read.add(new Read(row.get(2), options, row.get(9)));
    }
    return read;
  }

  private static List<CSVRecord> rows(byte[] file) throws IOException {
    String csv = new String(file, StandardCharsets.UTF_8).substring(1);
    return CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
  }

  @Override
  protected String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).replace("\"\"", "\"");
  }

  @Override
  protected String key(Item item) {
    return SafeText.defused(Wording.key(item));
  }

  @Override
  protected String given(String text) {
    return SafeText.defused(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1"})
  void nothingIsAFormula(String cell) {
    assertThat(SafeText.defused(cell)).isEqualTo("'" + cell);
  }

  @Test
  void noCellOfAnyItemBeginsAsAFormulaDoes() throws IOException {
    assertThat(rows(exporter().export(paper(SampleItems.nasty(), false, true))))
        .allSatisfy(
            row ->
                assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*")));
  }
}
