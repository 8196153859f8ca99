package org.kepu.knowledge.source.site;

import java.time.Duration;

/** Keeps a pause between two requests. For use by one thread. */
final class Pace {

  private Duration pause;
  private long last = System.nanoTime() - Duration.ofHours(1).toNanos();

  Pace(Duration pause) {
    this.pause = pause;
  }

  /** Never faster than before. */
  void slowDownTo(Duration asked) {
    pause = asked.compareTo(pause) > 0 ? asked : pause;
  }

  void await() throws InterruptedException {
    long left = pause.toNanos() - (System.nanoTime() - last);
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
    last = System.nanoTime();
  }
}
