package org.kepu.assistant.report.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Fact;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/**
 * A workbook: a sheet for the head, a sheet a section, with charts of the cells beside the tables.
 * Numbers are numbers; every text is a text, so none is run as a formula.
 */
public final class XlsxWriter implements ReportWriter {

  private static final String FIRST_SHEET = "说明";
  private static final int LONGEST_CELL = 32_767;
  private static final int CHART_ROWS = 16;
  private static final int CHART_COLUMNS = 8;
  private static final int NAME_WIDTH = 34 * 256;
  private static final int WIDTH = 17 * 256;

  @Override
  public Form form() {
    return Form.XLSX;
  }

  @Override
  public byte[] write(ReachReport report) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      workbook
          .getProperties()
          .getCustomProperties()
          .addProperty(AiLabel.PROPERTY, Labels.implicit(report));
      workbook.getProperties().getCoreProperties().setTitle(report.title());
      workbook.getProperties().getCoreProperties().setDescription(report.label());
      Styles styles = new Styles(workbook);
      head(workbook, report, styles);
      report.sections().forEach(section -> section(workbook, section, styles));
      workbook.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook cannot be written to memory", e);
    }
  }

  private static void head(XSSFWorkbook workbook, ReachReport report, Styles styles) {
    XSSFSheet sheet = sheet(workbook, FIRST_SHEET);
    int row = 0;
    put(sheet, row++, 0, report.title(), styles.title);
    row++;
    for (Fact fact : report.heading()) {
      put(sheet, row, 0, fact.name(), styles.name);
      put(sheet, row++, 1, fact.value(), styles.plain);
    }
    row++;
    put(sheet, row++, 0, report.label(), styles.note);
    row++;
    put(sheet, row++, 0, "目录", styles.heading);
    for (Section section : report.sections()) {
      put(sheet, row++, 0, section.title(), styles.plain);
    }
    sheet.setColumnWidth(0, NAME_WIDTH);
    sheet.setColumnWidth(1, 3 * WIDTH);
  }

  private static void section(XSSFWorkbook workbook, Section section, Styles styles) {
    XSSFSheet sheet = sheet(workbook, section.title());
    int row = 0;
    put(sheet, row++, 0, section.title(), styles.title);
    for (String note : section.notes()) {
      put(sheet, row++, 0, note, styles.note);
    }
    int columns = 1;
    for (Table table : section.tables()) {
      row = table(sheet, row + 1, table, styles);
      columns = Math.max(columns, table.columns().size());
    }
    sheet.setColumnWidth(0, NAME_WIDTH);
    for (int column = 1; column < columns; column++) {
      sheet.setColumnWidth(column, WIDTH);
    }
  }

  private static XSSFSheet sheet(XSSFWorkbook workbook, String name) {
    XSSFSheet sheet = workbook.createSheet(name);
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    return sheet;
  }

  /** Writes a table from a row on, its chart to its right, and says which row comes after both. */
  private static int table(XSSFSheet sheet, int top, Table table, Styles styles) {
    put(sheet, top, 0, table.title(), styles.heading);
    int names = top + 1;
    for (int column = 0; column < table.columns().size(); column++) {
      put(sheet, names, column, table.columns().get(column), styles.column);
    }
    int row = names + 1;
    for (List<Cell> cells : table.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        put(sheet, row, column, cells.get(column), table.numeric(column), styles);
      }
      row++;
    }
    Plot plot = Plot.of(table);
    if (plot == null) {
      return row + 1;
    }
    chart(sheet, table, plot, names + 1);
    return Math.max(row, top + CHART_ROWS) + 1;
  }

  private static void chart(XSSFSheet sheet, Table table, Plot plot, int firstRow) {
    int left = table.columns().size() + 1;
    int top = firstRow - 2;
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart chart =
        drawing.createChart(
            new XSSFClientAnchor(0, 0, 0, 0, left, top, left + CHART_COLUMNS, top + CHART_ROWS));
    if (consecutive(plot.rows())) {
      int from = firstRow + plot.rows().getFirst();
      int to = firstRow + plot.rows().getLast();
      List<XDDFNumericalDataSource<Double>> numbers = new ArrayList<>();
      for (Plot.Series series : plot.series()) {
        int column = table.columns().indexOf(series.name());
        numbers.add(
            XDDFDataSourcesFactory.fromNumericCellRange(
                sheet, new CellRangeAddress(from, to, column, column)));
      }
      XDDFCategoryDataSource names =
          XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(from, to, 0, 0));
      OfficeChart.draw(chart, plot, names, numbers);
    } else {
      // What is hidden between is no part of a range.
      OfficeChart.draw(
          chart,
          plot,
          XDDFDataSourcesFactory.fromArray(plot.names().toArray(String[]::new)),
          plot.series().stream()
              .map(it -> XDDFDataSourcesFactory.fromArray(it.numbers().toArray(Double[]::new)))
              .toList());
    }
  }

  private static boolean consecutive(List<Integer> rows) {
    return rows.getLast() - rows.getFirst() == rows.size() - 1;
  }

  private static void put(XSSFSheet sheet, int row, int column, String text, CellStyle style) {
    XSSFCell cell = cell(sheet, row, column);
    String safe = SafeText.xml(text);
    cell.setCellValue(safe.length() > LONGEST_CELL ? safe.substring(0, LONGEST_CELL) : safe);
    cell.setCellStyle(style);
  }

  private static void put(
      XSSFSheet sheet, int row, int column, Cell cell, boolean amongNumbers, Styles styles) {
    BigDecimal number = cell.number();
    if (number == null) {
      put(sheet, row, column, cell.text(), amongNumbers ? styles.text : styles.name);
    } else {
      XSSFCell target = cell(sheet, row, column);
      target.setCellValue(number.doubleValue());
      target.setCellStyle(styles.number(cell.form()));
    }
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    XSSFRow found = sheet.getRow(row);
    return (found == null ? sheet.createRow(row) : found).createCell(column);
  }

  /** How cells look. */
  private static final class Styles {

    final CellStyle title;
    final CellStyle heading;
    final CellStyle note;
    final CellStyle plain;
    final CellStyle name;
    final CellStyle text;
    final CellStyle column;
    private final Map<Cell.Form, CellStyle> numbers = new EnumMap<>(Cell.Form.class);

    Styles(XSSFWorkbook workbook) {
      title = words(workbook, 16, true);
      heading = words(workbook, 12, true);
      note = words(workbook, 10, false);
      plain = words(workbook, 11, false);
      name = bordered(words(workbook, 11, false));
      name.setWrapText(true);
      text = bordered(words(workbook, 11, false));
      text.setAlignment(HorizontalAlignment.RIGHT);
      text.setWrapText(true);
      column = bordered(words(workbook, 11, true));
      column.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      column.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      column.setAlignment(HorizontalAlignment.CENTER);
      column.setWrapText(true);
      for (Cell.Form form : Cell.Form.values()) {
        CellStyle style = bordered(words(workbook, 11, false));
        style.setQuotePrefixed(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(form.pattern()));
        style.setAlignment(HorizontalAlignment.RIGHT);
        numbers.put(form, style);
      }
    }

    CellStyle number(Cell.Form form) {
      return Objects.requireNonNull(numbers.get(form));
    }

    private static CellStyle words(XSSFWorkbook workbook, int size, boolean bold) {
      XSSFFont font = workbook.createFont();
      font.setFontName("宋体");
      font.setFontHeightInPoints((short) size);
      font.setBold(bold);
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      style.setQuotePrefixed(true);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
      return style;
    }

    private static CellStyle bordered(CellStyle style) {
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      return style;
    }
  }
}
