package org.kepu.assistant.educator.export;

import java.util.List;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;

class WenjuanxingExporterTest extends SheetContract {

  @Override
  protected Exporter exporter() {
    return new WenjuanxingExporter();
  }

  @Override
  int headRow() {
    return 0;
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
    return 6;
  }

  @Override
  int keyColumn() {
    return 8;
  }

  @Override
  protected List<String> options(Item item) {
    return item.content() instanceof Content.Judgement ? List.of("对", "错") : super.options(item);
  }
}
