package org.kepu.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kepu.knowledge.embedding.Embedder;

/** Asks the real model once for each text, and counts how often it is asked itself. */
public final class RememberingEmbedder implements Embedder {

  private final Embedder model;
  private final Map<String, float[]> vectors = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  RememberingEmbedder(Embedder model) {
    this.model = model;
  }

  @Override
  public float[] embed(String text) {
    asked.incrementAndGet();
    return vectors.computeIfAbsent(text, model::embed).clone();
  }

  /** How many texts it was asked for so far. */
  public int asked() {
    return asked.get();
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public void close() {
    model.close();
  }
}
