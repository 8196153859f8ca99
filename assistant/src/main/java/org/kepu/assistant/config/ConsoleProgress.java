package org.kepu.assistant.config;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.ingest.IngestListener;

/** A bar for the person who waits for the first start, or for a folder of new documents. */
final class ConsoleProgress implements IngestListener {

  /** A terminal redraws the line; a log gets a new one each time. */
  private static final int REDRAW_MS = onTerminal() ? 500 : 10_000;

  /** Fewer documents are read before anybody looks. */
  private static final int WORTH_A_BAR = 5;

  private @Nullable ProgressBar bar;

  @Override
  public void reading(String source, int items) {
    // The shipped collection is read in a moment.
    if (items >= WORTH_A_BAR) {
      bar = bar("Reading 读取 " + source, " documents", items);
    }
  }

  @Override
  public void read(int done) {
    embedded(done);
  }

  @Override
  public void started(int passages) {
    if (passages > 0) {
      bar = bar("Indexing 建立索引", " passages", passages);
    }
  }

  private static ProgressBar bar(String task, String unit, int all) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(all)
        .setUnit(unit, 1)
        .setUpdateIntervalMillis(REDRAW_MS)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(80)
        .build();
  }

  @Override
  public void embedded(int done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void finished() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** There is no console where neither end is a terminal, whatever the check says of JDK 22. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
