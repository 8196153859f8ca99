package org.kepu.assistant.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.Office;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Table;
import org.kepu.assistant.report.SyntheticYears;

/** Whatever form a report is handed in by, its cells are the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsAgreeTest {

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Map<String, ReachReport> reports = new HashMap<>();
  private Office office;

  @BeforeAll
  void count(@TempDir Path folder) {
    office = new Office(new SqliteDatabase(folder));
    SyntheticYears.count(office.rollups, YearMonth.of(2025, 12), YearMonth.of(2026, 12), 14);
    SyntheticYears.report(office.ledgers, YearMonth.of(2025, 12), YearMonth.of(2026, 12));
    office.keeper.lockDue();
    // Something comes to light after that.
    SyntheticYears.count(office.rollups, YearMonth.of(2026, 4), YearMonth.of(2026, 4), 15);
    office.keeper.adjust("system", null);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2026-05", "2025-12"})
  void workbookTextAndPdfAgreeCellByCell(String span) throws IOException {
    ReachReport report = report(span);
    List<List<List<String>>> cells = report.tables().stream().map(FormsAgreeTest::cells).toList();
    assertThat(cells.stream().mapToInt(table -> table.size() * table.getFirst().size()).sum())
        .as("cells")
        .isGreaterThan(400);

    assertThat(ofWorkbook(new XlsxWriter().write(report), report)).isEqualTo(cells);
    assertThat(ofText(new DocxWriter().write(report))).isEqualTo(cells);
    assertThat(PdfCells.of(new PdfWriter().write(report))).isEqualTo(cells);
  }

  @Test
  void theTableForThoseWhoComputeFurtherHasEveryCellAndItsNumber() throws IOException {
    ReachReport report = report("2026");
    String csv = new String(new CsvWriter().write(report), StandardCharsets.UTF_8);
    Map<List<String>, CSVRecord> records = new HashMap<>();
    List<CSVRecord> lines =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv.substring(1)))
            .getRecords();
    lines.forEach(it -> records.put(List.of(it.get("table"), it.get("row"), it.get("column")), it));

    for (Table table : report.tables()) {
      for (List<Cell> row : table.rows()) {
        for (int column = 1; column < row.size(); column++) {
          String name = row.getFirst().text();
          CSVRecord line =
              records.get(
                  List.of(
                      table.id(),
                      name.startsWith("=") ? "'" + name : name,
                      table.columns().get(column)));
          assertThat(line).as("%s, %s", table.id(), name).isNotNull();
        }
      }
    }
    assertThat(csv).doesNotContain("\n=").doesNotContain(",=").doesNotContain(",\"=");
    assertThat(lines.stream().filter(it -> it.get("row").equals("AIGC"))).hasSize(1);
  }

  @Test
  void chartsAreChartsAndNoCellIsAFormula() throws IOException {
    ReachReport report = report("2026");
    long charts = report.tables().stream().filter(table -> Plot.of(table) != null).count();
    assertThat(charts).isGreaterThan(7);
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(new XlsxWriter().write(report)));
        XWPFDocument text =
            new XWPFDocument(new ByteArrayInputStream(new DocxWriter().write(report)))) {
      int drawn = 0;
      for (Sheet sheet : workbook) {
        var drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
        drawn += drawing == null ? 0 : drawing.getCharts().size();
        for (Row row : sheet) {
          row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
        }
      }
      assertThat(drawn).isEqualTo((int) charts);
      assertThat(text.getCharts()).hasSize((int) charts);
      assertThat(workbook.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr())
          .contains("kepu-assistant");
      assertThat(text.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr())
          .contains("kepu-assistant");
    }
  }

  @Test
  void thePagesCanBeLookedAt() throws IOException {
    Files.createDirectories(PICTURES);
    byte[] file = new PdfWriter().write(report("2026"));
    Files.write(PICTURES.resolve("report.pdf"), file);
    Files.write(PICTURES.resolve("report.docx"), new DocxWriter().write(report("2026")));
    Files.write(PICTURES.resolve("report.xlsx"), new XlsxWriter().write(report("2026")));
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFRenderer renderer = new PDFRenderer(document);
      assertThat(document.getNumberOfPages()).isBetween(5, 40);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, 70);
        ImageIO.write(
            picture,
            "png",
            PICTURES.resolve(String.format(Locale.ROOT, "report-%02d.png", page + 1)).toFile());
      }
    }
  }

  /** Each is made once. */
  private ReachReport report(String span) {
    return reports.computeIfAbsent(span, office::report);
  }

  private static List<List<String>> cells(Table table) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns());
    table.rows().forEach(row -> cells.add(row.stream().map(Cell::text).toList()));
    return cells;
  }

  /** What a reader of the workbook sees, found by the tables' titles. */
  private static List<List<List<String>>> ofWorkbook(byte[] file, ReachReport report)
      throws IOException {
    List<List<List<String>>> tables = new ArrayList<>();
    DataFormatter formatter = new DataFormatter(Locale.CHINA);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (ReachReport.Section section : report.sections()) {
        Sheet sheet = workbook.getSheet(section.title());
        for (Table table : section.tables()) {
          int at = 0;
          while (sheet.getRow(at) == null
              || !table.title().equals(formatter.formatCellValue(sheet.getRow(at).getCell(0)))) {
            assertThat(++at).as(table.title()).isLessThanOrEqualTo(sheet.getLastRowNum());
          }
          List<List<String>> rows = new ArrayList<>();
          for (int row = at + 1; sheet.getRow(row) != null; row++) {
            List<String> cells = new ArrayList<>();
            sheet.getRow(row).forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            rows.add(cells);
          }
          tables.add(rows);
        }
      }
    }
    return tables;
  }

  private static List<List<List<String>>> ofText(byte[] file) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      return document.getTables().stream()
          .map(
              table ->
                  table.getRows().stream()
                      .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                      .toList())
          .toList();
    }
  }
}
