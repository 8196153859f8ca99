package org.kepu.evaluation.retrieval;

import java.util.Locale;

/** A way to rank. */
enum Arm {
  BM25,
  VECTORS,
  HYBRID,
  /** Both, the best read and ranked anew. */
  RERANKED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
