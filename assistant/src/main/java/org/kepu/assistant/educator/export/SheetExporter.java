package org.kepu.assistant.educator.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.educator.export.Paper.Numbered;

/**
 * A workbook for one tool: its sheet has the tool's own columns, a second one says where the items
 * come from and which the tool has no place for. Every cell is text, so none is run as a formula.
 */
abstract class SheetExporter implements Exporter {

  /** What a cell of a workbook holds at most. */
  private static final int LONGEST_CELL = 32_767;

  @Override
  public byte[] export(Paper paper) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      workbook.getProperties().getCustomProperties().addProperty("AIGC", paper.aigc());
      workbook.getProperties().getCoreProperties().setTitle(paper.title());
      workbook.getProperties().getCoreProperties().setDescription(paper.label());
      CellStyle text = workbook.createCellStyle();
      text.setQuotePrefixed(true);
      text.setWrapText(true);
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      Sheet sheet = workbook.createSheet(sheetName());
      Sheet notes = workbook.createSheet("说明与来源");
      write(sheet, notes, paper, text);
      workbook.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook cannot be written to memory", e);
    }
  }

  private void write(Sheet sheet, Sheet notes, Paper paper, CellStyle text) {
    int row = headRow();
    preamble(paper).forEach(line -> add(sheet, line, text));
    put(sheet, row++, head(), text);
    add(notes, List.of(paper.label()), text);
    add(notes, List.of(note()), text);
    for (Numbered numbered : paper.numbered()) {
      Optional<List<String>> cells =
          format().holds(numbered.item().kind()) ? row(numbered) : Optional.empty();
      if (cells.isPresent()) {
        put(sheet, row++, cells.get(), text);
      }
      add(
          notes,
          List.of(
              numbered.number() + (cells.isPresent() ? "" : "（这种工具放不下，未导出）"),
              numbered.item().stem(),
              Wording.source(numbered.item())),
          text);
    }
  }

  abstract String sheetName();

  /** Which row the columns' names stand in, from 0. */
  abstract int headRow();

  /** What stands above the columns' names. */
  List<List<String>> preamble(Paper paper) {
    return List.of();
  }

  abstract List<String> head();

  /** The cells of an item; empty if the tool has no place for it. */
  abstract Optional<List<String>> row(Numbered numbered);

  /** What the format follows, for whoever opens the file. */
  abstract String note();

  private static void add(Sheet sheet, List<String> cells, CellStyle text) {
    put(sheet, sheet.getPhysicalNumberOfRows(), cells, text);
  }

  private static void put(Sheet sheet, int at, List<String> cells, CellStyle text) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = row.createCell(i);
      String safe = SafeText.xml(cells.get(i));
      cell.setCellValue(safe.length() > LONGEST_CELL ? safe.substring(0, LONGEST_CELL) : safe);
      cell.setCellStyle(text);
    }
  }

  /** {@code cells} with as many empty ones behind as make {@code size}. */
  static List<String> filled(List<String> cells, int size) {
    List<String> filled = new ArrayList<>(cells);
    while (filled.size() < size) {
      filled.add("");
    }
    return filled;
  }
}
