package org.kepu.assistant.chat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds the work that costs processor time: looking up what answers a question. As many are looked
 * up at once as there are processors, the others in the order they came, so that each is answered
 * soon after its turn and not all of them late. Where many wait, they are read less closely: that
 * is several times quicker, and a quick answer is worth more to a full hall than a closer one.
 * Where too many wait, further ones are turned away at once.
 *
 * <p>Waiting for a language model costs nothing here and is not bounded by this.
 */
final class Workload {

  /**
   * With more than this many a processor waiting, the last of them would wait for over a second.
   */
  private static final int CLOSELY_A_PROCESSOR = 16;

  private final Semaphore places;
  private final int mostWaiting;
  private final int closelyUpTo;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param processors how many may be looked up at once, 1 or more
   * @param mostWaiting how many may wait or be looked up in all, 1 or more
   */
  Workload(int processors, int mostWaiting) {
    this.places = new Semaphore(processors, true);
    this.mostWaiting = mostWaiting;
    this.closelyUpTo = CLOSELY_A_PROCESSOR * processors;
  }

  /**
   * A place in the queue.
   *
   * @throws OverloadedException if there is none left
   */
  Place enter() {
    int others = waiting.getAndIncrement();
    if (others >= mostWaiting) {
      waiting.decrementAndGet();
      throw new OverloadedException(others);
    }
    return new Place();
  }

  /** Who wait or are being looked up now. */
  int waiting() {
    return waiting.get();
  }

  /** One question's place; who closes it leaves, as often as they like. */
  final class Place implements AutoCloseable {

    private final AtomicBoolean left = new AtomicBoolean();

    private Place() {}

    /**
     * Does {@code work} when its turn comes, and then leaves.
     *
     * @throws InterruptedException if the asker left meanwhile
     */
    <T> T inTurn(Supplier<T> work) throws InterruptedException {
      places.acquire();
      try {
        return work.get();
      } finally {
        places.release();
        close();
      }
    }

    /** Whether few enough wait for a close reading. */
    boolean mayReadClosely() {
      return waiting.get() <= closelyUpTo;
    }

    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        waiting.decrementAndGet();
      }
    }
  }
}
