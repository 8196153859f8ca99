package org.kepu.evaluation.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import org.kepu.knowledge.embedding.Embedder;

/** LangChain4j's class for the model behind the product's port, so that its vectors can be kept. */
record LangChain4jEmbedder(EmbeddingModel model) implements Embedder {

  @Override
  public float[] embed(String text) {
    return model.embed(text).content().vector();
  }

  @Override
  public int dimensions() {
    return model.dimension();
  }

  @Override
  public String id() {
    return "langchain4j/bge-small-zh-v1.5-q/1";
  }

  /** It has nothing to close. */
  @Override
  public void close() {}
}
