package org.kepu.assistant.config;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.ingest.IngestListener;

/** A bar for the person who waits for the first start. */
final class ConsoleProgress implements IngestListener {

  /** A terminal redraws the line; a log gets a new one each time. */
  private static final int REDRAW_MS = onTerminal() ? 500 : 10_000;

  private @Nullable ProgressBar bar;

  @Override
  public void started(int passages) {
    if (passages == 0) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName("Indexing 建立索引")
            .setInitialMax(passages)
            .setUnit(" passages", 1)
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
    }
  }

  private static boolean onTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
