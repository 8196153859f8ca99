package org.kepu.assistant.educator.export;

import java.util.List;
import java.util.stream.Collectors;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;

class KahootExporterTest extends SheetContract {

  @Override
  protected Exporter exporter() {
    return new KahootExporter();
  }

  @Override
  int headRow() {
    return 7;
  }

  @Override
  int stemColumn() {
    return 1;
  }

  @Override
  int firstOption() {
    return 2;
  }

  @Override
  int options() {
    return 4;
  }

  @Override
  int keyColumn() {
    return 7;
  }

  @Override
  protected List<String> options(Item item) {
    return item.content() instanceof Content.Judgement ? List.of("对", "错") : super.options(item);
  }

  @Override
  protected String key(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.key().stream().map(at -> String.valueOf(at + 1)).collect(Collectors.joining(","));
      case Content.Judgement judgement -> judgement.holds() ? "1" : "2";
      case Content.Blank blank -> "";
      case Content.Open open -> "";
      case Content.Ordering ordering -> "";
      case Content.Matching matching -> "";
      case Content.Task task -> "";
    };
  }

  /** What Kahoot would cut is left out, and named on the second sheet. */
  @Override
  protected List<Item> held(List<Item> items) {
    return super.held(items).stream()
        .filter(item -> item.stem().length() <= 120)
        .filter(item -> options(item).stream().allMatch(option -> option.length() <= 75))
        .toList();
  }
}
