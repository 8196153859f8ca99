package org.kepu.assistant.report.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Fact;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** A text document in the academy's form of address, with charts that can be edited. */
public final class DocxWriter implements ReportWriter {

  private static final String FONT = "宋体";
  private static final String HEADING_FONT = "黑体";
  private static final String QUIET = "666666";
  private static final String PLAIN = "000000";
  private static final String SHADE = "E8EDF2";
  private static final int CHART_WIDTH = 15 * Units.EMU_PER_CENTIMETER;
  private static final int CHART_HEIGHT = 7 * Units.EMU_PER_CENTIMETER;
  private static final int WHOLE_WIDTH = 9000;
  private static final double NAME_WEIGHT = 2;

  @Override
  public Form form() {
    return Form.DOCX;
  }

  @Override
  public byte[] write(ReachReport report) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      document
          .getProperties()
          .getCustomProperties()
          .addProperty(AiLabel.PROPERTY, Labels.implicit(report));
      document.getProperties().getCoreProperties().setTitle(report.title());
      document.getProperties().getCoreProperties().setDescription(report.label());
      head(document, report);
      for (Section section : report.sections()) {
        section(document, section);
      }
      document.write(file);
      return file.toByteArray();
    } catch (IOException | InvalidFormatException e) {
      throw new UncheckedIOException(
          "A document cannot be written to memory",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private static void head(XWPFDocument document, ReachReport report) {
    XWPFParagraph title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setSpacingAfter(240);
    run(title, report.title(), 20, true, PLAIN, HEADING_FONT);
    for (Fact fact : report.heading()) {
      XWPFParagraph line = document.createParagraph();
      line.setSpacingAfter(20);
      run(line, fact.name() + "：", 11, true, PLAIN, FONT);
      run(line, fact.value(), 11, false, PLAIN, FONT);
    }
    XWPFParagraph label = document.createParagraph();
    label.setSpacingBefore(120);
    run(label, report.label(), 10, false, QUIET, FONT);
  }

  private static void section(XWPFDocument document, Section section)
      throws IOException, InvalidFormatException {
    XWPFParagraph heading = document.createParagraph();
    heading.setSpacingBefore(360);
    heading.setKeepNext(true);
    run(heading, section.title(), 15, true, PLAIN, HEADING_FONT);
    for (String note : section.notes()) {
      XWPFParagraph line = document.createParagraph();
      line.setSpacingAfter(20);
      run(line, note, 10, false, QUIET, FONT);
    }
    for (Table table : section.tables()) {
      table(document, table);
      Plot plot = Plot.of(table);
      if (plot != null) {
        chart(document, plot);
      }
    }
  }

  private static void table(XWPFDocument document, Table table) {
    XWPFParagraph title = document.createParagraph();
    title.setSpacingBefore(200);
    title.setSpacingAfter(60);
    title.setKeepNext(true);
    run(title, table.title(), 12, true, PLAIN, HEADING_FONT);
    int columns = table.columns().size();
    XWPFTable target = document.createTable(table.rows().size() + 1, columns);
    target.setWidth("100%");
    XWPFTableRow names = target.getRow(0);
    names.setRepeatHeader(true);
    for (int column = 0; column < columns; column++) {
      XWPFTableCell cell = names.getCell(column);
      cell.setColor(SHADE);
      width(cell, column, columns);
      put(cell, table.columns().get(column), true, table.numeric(column));
    }
    for (int row = 0; row < table.rows().size(); row++) {
      XWPFTableRow line = target.getRow(row + 1);
      line.setCantSplitRow(true);
      for (int column = 0; column < columns; column++) {
        Cell cell = table.rows().get(row).get(column);
        width(line.getCell(column), column, columns);
        put(line.getCell(column), cell.text(), false, table.numeric(column));
      }
    }
  }

  private static void width(XWPFTableCell cell, int column, int columns) {
    double weight = column == 0 ? NAME_WEIGHT : 1;
    long width = Math.round(WHOLE_WIDTH * weight / (columns - 1 + NAME_WEIGHT));
    var properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    var set = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
    set.setW(BigInteger.valueOf(width));
  }

  private static void put(XWPFTableCell cell, String text, boolean bold, boolean right) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    run(paragraph, text, 9.5, bold, PLAIN, FONT);
  }

  private static void chart(XWPFDocument document, Plot plot)
      throws IOException, InvalidFormatException {
    XWPFParagraph place = document.createParagraph();
    place.setSpacingBefore(120);
    XWPFChart chart = document.createChart(place.createRun(), CHART_WIDTH, CHART_HEIGHT);
    int last = plot.names().size();
    XDDFCategoryDataSource names =
        XDDFDataSourcesFactory.fromArray(
            plot.names().toArray(String[]::new),
            chart.formatRange(new CellRangeAddress(1, last, 0, 0)),
            0);
    List<XDDFNumericalDataSource<Double>> numbers = new ArrayList<>();
    for (int i = 0; i < plot.series().size(); i++) {
      numbers.add(
          XDDFDataSourcesFactory.fromArray(
              plot.series().get(i).numbers().toArray(Double[]::new),
              chart.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)),
              i + 1));
    }
    OfficeChart.draw(chart, plot, names, numbers);
  }

  private static void run(
      XWPFParagraph paragraph, String text, double size, boolean bold, String colour, String font) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(size);
    run.setBold(bold);
    run.setColor(colour);
    run.setFontFamily(font);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    (properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts())
        .setEastAsia(font);
    run.setText(SafeText.xml(text));
  }
}
