package org.kepu.assistant.report.write;

import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.kepu.assistant.report.ReachReport.Chart;

/** Draws a plot as a chart of a workbook or of a text document. */
final class OfficeChart {

  static final List<int[]> COLOURS =
      List.of(new int[] {0x2B, 0x4A, 0x66}, new int[] {0xB4, 0x61, 0x1F});

  private OfficeChart() {}

  /**
   * Draws.
   *
   * @param numbers of the plot's series, in their order
   */
  static void draw(
      XDDFChart chart,
      Plot plot,
      XDDFCategoryDataSource names,
      List<XDDFNumericalDataSource<Double>> numbers) {
    chart.setTitleText(plot.title());
    chart.setTitleOverlay(false);
    if (plot.series().size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    XDDFCategoryAxis below = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setMinimum(0);
    left.setNumberFormat("#,##0");
    boolean line = plot.kind() == Chart.Kind.LINE;
    XDDFChartData data = chart.createData(line ? ChartTypes.LINE : ChartTypes.BAR, below, left);
    data.setVaryColors(false);
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(BarDirection.COL);
      bars.setGapWidth(60);
      left.setCrossBetween(AxisCrossBetween.BETWEEN);
    }
    for (int i = 0; i < numbers.size(); i++) {
      XDDFChartData.Series series = data.addSeries(names, numbers.get(i));
      series.setTitle(plot.series().get(i).name(), null);
      style(series, XDDFColor.from(rgb(i)));
    }
    chart.plot(data);
  }

  private static byte[] rgb(int series) {
    int[] colour = COLOURS.get(series % COLOURS.size());
    return new byte[] {(byte) colour[0], (byte) colour[1], (byte) colour[2]};
  }

  private static void style(XDDFChartData.Series series, XDDFColor colour) {
    XDDFSolidFillProperties fill = new XDDFSolidFillProperties(colour);
    XDDFShapeProperties shape = new XDDFShapeProperties();
    if (series instanceof XDDFLineChartData.Series line) {
      line.setSmooth(false);
      line.setMarkerStyle(MarkerStyle.NONE);
      XDDFLineProperties stroke = new XDDFLineProperties(fill);
      stroke.setWidth(2.0);
      shape.setLineProperties(stroke);
    } else {
      shape.setFillProperties(fill);
    }
    series.setShapeProperties(shape);
  }
}
