package org.kepu.assistant.educator.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.kepu.assistant.document.SafeText;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/**
 * A table for whatever reads tables: RFC 4180, UTF-8 with the mark by which spreadsheets know it. A
 * cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
public final class CsvExporter implements Exporter {

  private static final int OPTIONS = 6;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Override
  public Format format() {
    return Format.CSV;
  }

  @Override
  public byte[] export(Paper paper) {
    StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord(defused(head()));
      for (Numbered item : paper.heldBy(format())) {
        printer.printRecord(defused(row(item)));
      }
      printer.printRecord(defused(List.of(paper.label(), paper.aigc())));
    } catch (IOException e) {
      throw new UncheckedIOException("A table cannot be written to memory", e);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> head() {
    List<String> head = new ArrayList<>(List.of("题号", "题型", "题干"));
    IntStream.range(0, OPTIONS).forEach(at -> head.add("选项" + Wording.letter(at)));
    head.addAll(List.of("答案", "解析", "来源", "学段与课标"));
    return head;
  }

  private static List<String> row(Numbered numbered) {
    Item item = numbered.item();
    List<String> row =
        new ArrayList<>(
            List.of(String.valueOf(numbered.number()), item.kind().label(), item.stem()));
    List<String> options = options(item);
    IntStream.range(0, OPTIONS).forEach(at -> row.add(at < options.size() ? options.get(at) : ""));
    row.addAll(
        List.of(
            Wording.key(item), item.explanation(), Wording.source(item), Wording.alignment(item)));
    return row;
  }

  private static List<String> options(Item item) {
    return item.content() instanceof Content.Choice choice
        ? choice.options().stream().map(Option::text).toList()
        : List.of();
  }

  private static List<String> defused(List<String> row) {
    return row.stream().map(SafeText::defused).collect(Collectors.toList());
  }
}
