package org.kepu.evaluation.report;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Long work with a bar. */
public final class Progress {

  private Progress() {}

  /** A bar for {@code size} steps, to be closed. */
  public static ProgressBar bar(String task, long size) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(size)
        .setUpdateIntervalMillis(500)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(80)
        .build();
  }

  /** Maps every item on every core, in order, under a bar. */
  public static <T, R> List<R> map(String task, List<T> items, Function<T, R> work) {
    try (ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        ProgressBar bar = bar(task, items.size())) {
      List<Callable<R>> calls =
          items.stream()
              .<Callable<R>>map(
                  item ->
                      () -> {
                        R result = work.apply(item);
                        bar.step();
                        return result;
                      })
              .toList();
      return workers.invokeAll(calls).stream().map(Progress::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during: " + task, e);
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("A step failed", e);
    }
  }
}
