package org.kepu.evaluation.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kepu.knowledge.embedding.Embedder;

/** An embedder that has embedded every question before: what a search costs without it. */
final class KnownQuestions implements Embedder {

  private final Embedder embedder;
  private final Map<String, float[]> known = new ConcurrentHashMap<>();

  KnownQuestions(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public float[] embed(String text) {
    return known.computeIfAbsent(text, embedder::embed);
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public String id() {
    return embedder.id();
  }

  /** Not its own to close. */
  @Override
  public void close() {}
}
