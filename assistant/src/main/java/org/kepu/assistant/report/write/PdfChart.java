package org.kepu.assistant.report.write;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kepu.assistant.report.ReachReport.Chart;

/** Draws a plot. What it shows stands in the table above it. */
final class PdfChart {

  private static final float HEIGHT = 150;
  private static final float LEFT = 48;
  private static final float SIZE = 7.5f;
  private static final float LEGEND = 9;
  private static final int STEPS = 4;
  private static final int MOST_LINES = 4;
  private static final int MOST_NAMES_OF_A_LINE = 12;
  private static final float BAR_SHARE = 0.64f;
  private static final float WIDEST_BAR = 44;

  private final TaggedPages pages;
  private final Plot plot;
  private final float left = TaggedPages.MARGIN + LEFT;
  private final float width = TaggedPages.WIDTH - LEFT;
  private final double top;
  private final float bottom;

  private PdfChart(TaggedPages pages, Plot plot) {
    this.pages = pages;
    this.plot = plot;
    this.top = roundedUp(plot.series().stream().mapToDouble(Plot.Series::largest).max().orElse(1));
    this.bottom = pages.y() - 2 * LEGEND - HEIGHT;
  }

  static void draw(TaggedPages pages, Plot plot) throws IOException {
    float below = (linesOfNames(pages, plot) + 1) * SIZE * TaggedPages.LEADING;
    pages.down(LEGEND / 2);
    pages.room(HEIGHT + 2 * LEGEND + below);
    PDStructureElement figure = pages.part("Figure", null);
    figure.setAlternateDescription("图：" + plot.title() + "，数见上表");
    pages.begin(figure);
    PdfChart chart = new PdfChart(pages, plot);
    chart.legend();
    chart.scale();
    if (plot.kind() == Chart.Kind.LINE) {
      chart.lines();
    } else {
      chart.bars();
    }
    chart.names();
    pages.end();
    pages.down(HEIGHT + 2 * LEGEND + below);
  }

  /** How many lines the longest name below has. */
  private static int linesOfNames(TaggedPages pages, Plot plot) throws IOException {
    int most = 1;
    for (String name : plot.names()) {
      most = Math.max(most, pages.text().lines(name, SIZE, room(plot)).size());
    }
    return Math.min(most, MOST_LINES);
  }

  /** How wide a name below may be. */
  private static float room(Plot plot) {
    float slot = (TaggedPages.WIDTH - LEFT) / plot.names().size();
    return Math.max(slot * every(plot) - 2, SIZE + 1);
  }

  /** Of names over time only so many are written as have room. */
  private static int every(Plot plot) {
    return plot.kind() == Chart.Kind.LINE
        ? (plot.names().size() + MOST_NAMES_OF_A_LINE - 1) / MOST_NAMES_OF_A_LINE
        : 1;
  }

  /** The next of 1, 2, 4, 6, 8 and their tens, so that the scale has plain numbers. */
  private static double roundedUp(double largest) {
    double ten = Math.pow(10, Math.floor(Math.log10(Math.max(largest, STEPS))));
    for (double factor : List.of(1.0, 2.0, 4.0, 6.0, 8.0)) {
      if (factor * ten >= largest) {
        return factor * ten;
      }
    }
    return 10 * ten;
  }

  private void legend() throws IOException {
    float x = left;
    float at = pages.y() - LEGEND;
    for (int i = 0; i < plot.series().size(); i++) {
      colour(i);
      pages.stream().addRect(x, at, LEGEND - 2, LEGEND - 2);
      pages.stream().fill();
      black();
      String name = line(plot.series().get(i).name());
      pages.line(name, SIZE, x + LEGEND, at);
      x += LEGEND * 3 + pages.text().width(name, SIZE);
    }
  }

  private void scale() throws IOException {
    PDPageContentStream stream = pages.stream();
    for (int step = 0; step <= STEPS; step++) {
      double value = top * step / STEPS;
      float at = bottom + HEIGHT * step / STEPS;
      stream.setStrokingColor(0.8f, 0.8f, 0.8f);
      stream.setLineWidth(0.5f);
      stream.moveTo(left, at);
      stream.lineTo(left + width, at);
      stream.stroke();
      String label = line(String.format(Locale.ROOT, "%,d", Math.round(value)));
      pages.line(label, SIZE, left - 4 - pages.text().width(label, SIZE), at - SIZE / 3);
    }
  }

  private void lines() throws IOException {
    PDPageContentStream stream = pages.stream();
    for (int i = 0; i < plot.series().size(); i++) {
      List<Double> numbers = plot.series().get(i).numbers();
      colour(i);
      stream.setLineWidth(1.6f);
      for (int at = 0; at < numbers.size(); at++) {
        float x = middle(at);
        float y = height(numbers.get(at));
        if (at == 0) {
          stream.moveTo(x, y);
        } else {
          stream.lineTo(x, y);
        }
      }
      stream.stroke();
      for (int at = 0; at < numbers.size(); at++) {
        stream.addRect(middle(at) - 1.5f, height(numbers.get(at)) - 1.5f, 3, 3);
      }
      stream.fill();
    }
    black();
  }

  private void bars() throws IOException {
    int series = plot.series().size();
    float bar = Math.min(slot() * BAR_SHARE / series, WIDEST_BAR);
    for (int i = 0; i < series; i++) {
      colour(i);
      List<Double> numbers = plot.series().get(i).numbers();
      for (int at = 0; at < numbers.size(); at++) {
        float x = middle(at) - bar * series / 2 + i * bar;
        pages.stream().addRect(x, bottom, bar, height(numbers.get(at)) - bottom);
      }
      pages.stream().fill();
    }
    black();
  }

  private void names() throws IOException {
    int names = plot.names().size();
    for (int at = 0; at < names; at += every(plot)) {
      float at0 = bottom - 2;
      List<String> lines = pages.text().lines(plot.names().get(at), SIZE, room(plot));
      for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
        at0 -= SIZE * 1.2f;
        pages.line(line, SIZE, middle(at) - pages.text().width(line, SIZE) / 2, at0);
      }
    }
  }

  private float slot() {
    return width / plot.names().size();
  }

  private float middle(int at) {
    return left + slot() * (at + 0.5f);
  }

  private float height(double number) {
    return bottom + (float) (HEIGHT * number / top);
  }

  private String line(String words) throws IOException {
    return pages.text().lines(words, SIZE, width).getFirst();
  }

  private void colour(int series) throws IOException {
    int[] colour = OfficeChart.COLOURS.get(series % OfficeChart.COLOURS.size());
    float red = colour[0] / 255f;
    float green = colour[1] / 255f;
    float blue = colour[2] / 255f;
    pages.stream().setNonStrokingColor(red, green, blue);
    pages.stream().setStrokingColor(red, green, blue);
  }

  private void black() throws IOException {
    pages.stream().setNonStrokingColor(0f, 0f, 0f);
  }
}
