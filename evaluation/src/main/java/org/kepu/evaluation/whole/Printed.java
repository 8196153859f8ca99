package org.kepu.evaluation.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.evaluation.whole.StepResult.Block;

/** Reads back what a command printed: Markdown tables, and text between them. */
final class Printed {

  private Printed() {}

  /** The blocks of {@code lines}, in their order. */
  static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<String> text = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("|")) {
        endText(text, blocks);
        List<String> cells = cells(line);
        if (!cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
          table.add(cells);
        }
      } else {
        endTable(table, blocks);
        text.add(line);
      }
    }
    endText(text, blocks);
    endTable(table, blocks);
    return blocks;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static void endText(List<String> text, List<Block> blocks) {
    String whole = String.join("\n", text).strip();
    if (!whole.isEmpty()) {
      blocks.add(new Block(whole, null));
    }
    text.clear();
  }

  private static void endTable(List<List<String>> table, List<Block> blocks) {
    if (!table.isEmpty()) {
      blocks.add(new Block(null, List.copyOf(table)));
    }
    table.clear();
  }
}
