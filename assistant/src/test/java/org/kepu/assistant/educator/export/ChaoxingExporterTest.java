package org.kepu.assistant.educator.export;

class ChaoxingExporterTest extends SheetContract {

  @Override
  protected Exporter exporter() {
    return new ChaoxingExporter();
  }

  @Override
  int headRow() {
    return 0;
  }

  @Override
  int stemColumn() {
    return 2;
  }

  @Override
  int firstOption() {
    return 8;
  }

  @Override
  int options() {
    return 6;
  }

  @Override
  int keyColumn() {
    return 3;
  }
}
