package org.kepu.assistant.report.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Fact;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/**
 * One tidy table for whoever computes further: a line a cell, with what it is of, what is read and
 * the number behind it. RFC 4180, UTF-8 with the mark by which spreadsheets know it.
 */
public final class CsvWriter implements ReportWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Override
  public Form form() {
    return Form.CSV;
  }

  @Override
  public byte[] write(ReachReport report) {
    StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      print(printer, "section", "table", "title", "row", "column", "text", "number");
      print(printer, "head", "", "", "标题", "", report.title(), "");
      for (Fact fact : report.heading()) {
        print(printer, "head", "", "", fact.name(), "", fact.value(), "");
      }
      print(printer, "head", "", "", "标识", "", report.label(), "");
      print(printer, "head", "", "", "AIGC", "", Labels.implicit(report), "");
      for (Section section : report.sections()) {
        for (Table table : section.tables()) {
          print(printer, section, table);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A table cannot be written to memory", e);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void print(CSVPrinter printer, Section section, Table table) throws IOException {
    for (List<Cell> row : table.rows()) {
      for (int column = 1; column < row.size(); column++) {
        Cell cell = row.get(column);
        BigDecimal number = cell.number();
        // A number is safe as it is; a sign before it would be taken for a formula's.
        printer.printRecord(
            section.id(),
            table.id(),
            SafeText.defused(table.title()),
            SafeText.defused(row.getFirst().text()),
            SafeText.defused(table.columns().get(column)),
            SafeText.defused(cell.text()),
            number == null ? "" : number.toPlainString());
      }
    }
  }

  private static void print(CSVPrinter printer, String... cells) throws IOException {
    for (String cell : cells) {
      printer.print(SafeText.defused(cell));
    }
    printer.println();
  }
}
