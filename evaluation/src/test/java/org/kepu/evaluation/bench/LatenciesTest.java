package org.kepu.evaluation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreThoseOfWhatWasRecorded() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 100; millis++) {
      latencies.record(millis * 1_000_000L, millis * 2_000_000L);
    }

    Map<String, Double> figures = new HashMap<>();
    latencies.note("one", figures);

    assertThat(figures.get("one.cpu-p50-ms")).isCloseTo(50, within(0.1));
    assertThat(figures.get("one.cpu-p95-ms")).isCloseTo(95, within(0.1));
    assertThat(figures.get("one.wall-p99-ms")).isCloseTo(198, within(0.2));
    assertThat(figures).containsEntry("one.asked", 100.0);
  }

  @Test
  void eachIsAskedEveryQuestionAndNoTwoTheSameOneAfterTheOther() {
    List<Asked> questions =
        IntStream.range(0, 10).mapToObj(i -> new Asked("q" + i, "d" + i)).toList();
    List<String> log = new ArrayList<>();
    Contender one = Contender.of("one", question -> noted(log, question));
    Contender other = Contender.of("other", question -> noted(log, question));

    Latencies.interleaved("Timing", List.of(one, other), questions);

    assertThat(log).hasSize(20);
    for (Asked asked : questions) {
      assertThat(log).filteredOn(asked.question()::equals).hasSize(2);
    }
    for (int i = 1; i < log.size(); i++) {
      assertThat(log.get(i)).isNotEqualTo(log.get(i - 1));
    }
  }

  @Test
  void whoTakesLongIsAskedAShareOfTheQuestions() {
    List<Asked> questions =
        IntStream.range(0, 10).mapToObj(i -> new Asked("q" + i, "d" + i)).toList();
    Contender slow = new Contender("slow", 5, _ -> List.of());

    Map<Contender, Latencies> all = Latencies.interleaved("Timing", List.of(slow), questions);

    assertThat(all.get(slow)).extracting(Latencies::count).isEqualTo(2L);
  }

  private static List<String> noted(List<String> log, String question) {
    log.add(question);
    return List.of();
  }
}
