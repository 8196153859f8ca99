package org.kepu.assistant.ledger.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table's rows by the names in its first row: CSV in UTF-8 or GB 18030, or a workbook's first
 * sheet.
 */
final class Rows {

  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 50;

  private Rows() {}

  /**
   * A row.
   *
   * @param number as people count, the row of names being 1
   * @param cells trimmed, by the name of their column
   */
  record Line(int number, Map<String, String> cells) {

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * @throws UnreadableException if it is no table
   */
  static List<Line> of(byte[] file) {
    boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
    try {
      return zip ? workbook(file) : csv(text(file));
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnreadableException known) {
        throw known;
      }
      throw new UnreadableException(e);
    }
  }

  private static String text(byte[] file) throws CharacterCodingException {
    try {
      return decoded(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      // As Excel writes it in China.
      return decoded(file, Charset.forName("GB18030"));
    }
  }

  private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(file))
        .toString();
  }

  private static List<Line> csv(String text) throws IOException {
    List<Line> lines = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrim(true).get();
    List<String> names = List.of();
    try (var parser = format.parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        if (names.isEmpty()) {
          names = cells;
        } else {
          add(lines, (int) record.getRecordNumber(), names, cells);
        }
      }
    }
    return lines;
  }

  private static List<Line> workbook(byte[] file) throws IOException {
    ZipSecureFile.setMinInflateRatio(0.005);
    List<Line> lines = new ArrayList<>();
    DataFormatter shown = new DataFormatter();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = workbook.getSheetAt(0);
      List<String> names = List.of();
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS); i++) {
          cells.add(shown(row.getCell(i), shown));
        }
        if (names.isEmpty()) {
          names = cells;
        } else {
          add(lines, row.getRowNum() + 1, names, cells);
        }
      }
    }
    return lines;
  }

  /** A day as it is written in text, whatever its cell's format shows. */
  private static String shown(
      @org.jspecify.annotations.Nullable Cell cell, DataFormatter formatter) {
    if (cell == null) {
      return "";
    }
    if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    if (cell.getCellType() == CellType.NUMERIC) {
      return java.math.BigDecimal.valueOf(cell.getNumericCellValue())
          .stripTrailingZeros()
          .toPlainString();
    }
    return formatter.formatCellValue(cell).strip();
  }

  private static void add(List<Line> lines, int number, List<String> names, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (lines.size() >= MOST_ROWS) {
      throw new UnreadableException("More than %d rows".formatted(MOST_ROWS));
    }
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      byName.put(names.get(i).strip(), cells.get(i).strip());
    }
    lines.add(new Line(number, byName));
  }
}
