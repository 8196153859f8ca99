package org.kepu.evaluation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.report.Aim;

class BenchTest {

  @Test
  void whatWasNotMeasuredHasADashAndNoRow() {
    String tables = bench(3_000, Map.of()).tables();

    assertThat(tables)
        .contains("3,000 passages, 3,000 of them real, 18,000 vectors (6.0 a passage)")
        .contains("| product: words and vectors, fused | 100 | 1.00 | 1.50 | 2.00 |")
        .doesNotContain("Anserini")
        .doesNotContain("LangChain4j");
  }

  @Test
  void anAlternativeIsComparedWithThatOfTheProductWhichDoesTheSame() {
    Map<String, Double> more = latency(PlainLucene.NAME, 4);

    assertThat(bench(3_000, more).tables())
        .contains("| Lucene: BM25, CJKAnalyzer | 100 | 4.00 |")
        .contains("| 4.00 × | 0.250 × |");
  }

  @Test
  void qualityIsOfRealPassagesAlone() {
    Map<String, Double> quality =
        Map.of(
            "science.questions", 10.0,
            "kepu-hybrid.science.mrr@10", 0.9,
            "kepu-hybrid.science.recall@10", 0.95);

    assertThat(bench(3_000, quality).tables())
        .contains("| science | 10 | product: words and vectors, fused | 90.0 | 95.0 |");
    assertThat(bench(30_000, quality).tables()).doesNotContain("science");
  }

  @Test
  void theAimsOfASizeAreItsOwn() {
    assertThat(bench(3_000, Map.of()).aims())
        .extracting(Aim::figure)
        .containsExactly(
            "3000.kepu-hybrid.cpu-p95-ms",
            "3000.kepu-vectors.recall@10",
            "3000.kepu-embedded-hybrid in embeddings, CPU p50");
    assertThat(bench(500, Map.of()).aims())
        .extracting(Aim::figure)
        .containsExactly("500.kepu-vectors.recall@10");
    assertThat(bench(1_000_000, Map.of("kepu-hybrid.resident-mib", 4_000.0)).aims())
        .filteredOn(aim -> !aim.reached())
        .extracting(Aim::toString)
        .containsExactly("1000000.kepu-hybrid.resident-mib is 4000.0, more than 3072.0");
  }

  @Test
  void theStoreOfLangChain4jIsMetWhereItWasMeasured() {
    Map<String, Double> more = latency(LangChain4j.STORE, 100);
    more.putAll(latency(LangChain4j.RETRIEVER, 200));

    List<Aim> aims = bench(100_000, more).aims();

    assertThat(aims)
        .extracting(Aim::figure)
        .contains(
            "100000.kepu-vectors, times the searches a second of langchain4j-store",
            "100000.kepu-embedded-hybrid, times the searches a second of langchain4j-retriever");
    assertThat(aims).extracting(Aim::measured).contains(100.0, 200.0);
  }

  @Test
  void anAimIsARowThatSaysWhetherItIsReached() {
    assertThat(Aim.atMost("a", 2, 3).row()).isEqualTo("| a | 2.000 | at most 3.000 | yes |");
    assertThat(Aim.atLeast("b", 20.24, 30).row())
        .isEqualTo("| b | 20.2 | at least 30.0 | **no** |");
  }

  private static Bench bench(int size, Map<String, Double> more) {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("real-passages", 3_000.0);
    figures.put("real-median-cosine-to-nearest", 0.8);
    figures.put("median-cosine-to-nearest", 0.81);
    for (String name :
        List.of(
            Product.HYBRID, Product.EMBEDDED, Product.EMBEDDING, Product.WORDS, Product.VECTORS)) {
      figures.putAll(latency(name, 1));
    }
    figures.put(Product.VECTORS + ".vectors", 6.0 * size);
    figures.put(Product.VECTORS + ".recall@10", 0.99);
    figures.putAll(more);
    return new Bench(size, figures, List.of("science"));
  }

  private static Map<String, Double> latency(String name, double millis) {
    Map<String, Double> figures = new TreeMap<>();
    for (String clock : List.of(".cpu-", ".wall-")) {
      figures.put(name + clock + "p50-ms", millis);
      figures.put(name + clock + "p95-ms", 1.5 * millis);
      figures.put(name + clock + "p99-ms", 2 * millis);
    }
    figures.put(name + ".asked", 100.0);
    figures.put(name + ".questions-a-second", 1000 / millis);
    return figures;
  }
}
