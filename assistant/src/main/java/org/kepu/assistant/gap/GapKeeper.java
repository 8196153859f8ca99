package org.kepu.assistant.gap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps the list of gaps: puts questions together that mean the same, and closes a gap when its
 * questions find an answer.
 */
public final class GapKeeper {

  /**
   * How near a question must be to those of a gap on average, by cosine, to belong to it. Of the
   * thirty wordings in {@code GapListIT}, each is at 0.70 or more to its own subject, and at 0.34
   * or less to another; this is nearer to the former, since neighbouring subjects share words.
   */
  static final double SAME = 0.6;

  private static final int AT_ONCE = 500;
  private static final int OF_A_GAP = 12;
  private static final int REPLAYED = 5;

  private final Gaps gaps;
  private final Function<String, float[]> meaning;
  private final Predicate<String> answered;
  private final InstantSource clock;
  private final Cache<String, float[]> meanings = Caffeine.newBuilder().maximumSize(20_000).build();

  /**
   * @param meaning a text as a vector of length 1
   * @param answered whether a question would be answered now
   */
  public GapKeeper(
      Gaps gaps,
      Function<String, float[]> meaning,
      Predicate<String> answered,
      InstantSource clock) {
    this.gaps = gaps;
    this.meaning = meaning;
    this.answered = answered;
    this.clock = clock;
  }

  /** Brings the list up to date with what was asked and with what can be answered. */
  public synchronized void update() {
    group();
    closeAnswered();
  }

  private void group() {
    Map<UUID, List<float[]>> open = new LinkedHashMap<>();
    gaps.open(OF_A_GAP)
        .forEach(
            (gap, questions) ->
                open.put(gap, new ArrayList<>(questions.stream().map(this::of).toList())));
    List<Unanswered> asked = gaps.ungrouped(AT_ONCE);
    for (Unanswered question : asked) {
      float[] vector = of(question);
      UUID nearest = nearest(vector, open);
      if (nearest == null) {
        open.put(gaps.open(question, clock.instant()), new ArrayList<>(List.of(vector)));
      } else {
        gaps.add(nearest, question);
        Objects.requireNonNull(open.get(nearest)).add(vector);
      }
    }
    if (!asked.isEmpty()) {
      merge(open);
    }
  }

  private float[] of(Unanswered question) {
    return meanings.get(question.eventId(), id -> meaning.apply(question.text()));
  }

  private static @org.jspecify.annotations.Nullable UUID nearest(
      float[] vector, Map<UUID, List<float[]>> gaps) {
    UUID nearest = null;
    double best = SAME;
    for (Map.Entry<UUID, List<float[]>> gap : gaps.entrySet()) {
      double near = average(List.of(vector), gap.getValue());
      if (near >= best) {
        best = near;
        nearest = gap.getKey();
      }
    }
    return nearest;
  }

  /** Two gaps that began with odd questions may have grown together. */
  private void merge(Map<UUID, List<float[]>> open) {
    List<UUID> ids = new ArrayList<>(open.keySet());
    for (int i = 0; i < ids.size(); i++) {
      for (int j = ids.size() - 1; j > i; j--) {
        List<float[]> kept = Objects.requireNonNull(open.get(ids.get(i)));
        List<float[]> other = Objects.requireNonNull(open.get(ids.get(j)));
        if (average(kept, other) >= SAME) {
          gaps.merge(ids.get(j), ids.get(i));
          kept.addAll(other);
          ids.remove(j);
        }
      }
    }
  }

  private static double average(List<float[]> some, List<float[]> others) {
    double sum = 0;
    for (float[] one : some) {
      for (float[] other : others) {
        for (int i = 0; i < one.length; i++) {
          sum += one[i] * other[i];
        }
      }
    }
    return some.isEmpty() || others.isEmpty() ? -1 : sum / ((double) some.size() * others.size());
  }

  /** More than half of its newest questions find an answer: the gap is none any more. */
  private void closeAnswered() {
    gaps.open(REPLAYED)
        .forEach(
            (gap, questions) -> {
              long found =
                  questions.stream().map(Unanswered::text).distinct().filter(answered).count();
              long asked = questions.stream().map(Unanswered::text).distinct().count();
              if (asked > 0 && 2 * found > asked) {
                gaps.close(gap, Gap.BY_REPLAY, clock.instant());
              }
            });
  }
}
