package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Item;

/** Workbooks, read by POI. */
abstract class SheetContract extends ExporterContract {

  /** The row the columns' names stand in, from 0. */
  abstract int headRow();

  abstract int stemColumn();

  abstract int firstOption();

  abstract int options();

  abstract int keyColumn();

  @Override
  protected List<Read> read(byte[] file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = workbook.getSheetAt(0);
      List<Read> read = new ArrayList<>();
      for (int at = headRow() + 1; at <= sheet.getLastRowNum(); at++) {
        Row row = sheet.getRow(at);
        List<String> options =
            IntStream.range(firstOption(), firstOption() + options())
                .mapToObj(column -> row.getCell(column).getStringCellValue())
                .filter(text -> !text.isEmpty())
                .toList();
        read.add(
            new Read(
                row.getCell(stemColumn()).getStringCellValue(),
                options,
                row.getCell(keyColumn()).getStringCellValue()));
      }
      return read;
    }
  }

  @Override
  protected String text(byte[] file) throws IOException, OpenXML4JException {
    StringBuilder text = new StringBuilder();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      text.append("AIGC ")
          .append(workbook.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr());
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row -> row.forEach(cell -> text.append(cell.getStringCellValue()).append('\n'))));
    }
    return text.toString();
  }

  @Override
  protected String key(Item item) {
    return Wording.key(item);
  }

  @Test
  void noCellIsAFormula() throws IOException {
    byte[] file = exporter().export(paper(SampleItems.nasty(), false, true));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> {
                            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                          })));
    }
  }
}
