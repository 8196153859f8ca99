package org.kepu.evaluation.indexing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.kepu.knowledge.embedding.Embedder;

/** Embedding and nothing else, on every core. */
final class BareInference {

  private BareInference() {}

  /** How long it takes to embed these texts, one a call, as many at a time as there are cores. */
  static Duration over(Embedder embedder, List<String> texts) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(
                core ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              for (int i = next.getAndIncrement();
                                  i < texts.size();
                                  i = next.getAndIncrement()) {
                                embedder.embed(texts.get(i));
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
