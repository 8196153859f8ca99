package org.kepu.knowledge.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.search.Hit;

/**
 * Fuses a list ranked by words with one ranked by meaning into one.
 *
 * <p>A convex combination of scores (Bruch, Gai, Ingber: “An Analysis of Fusion Functions for
 * Hybrid Retrieval”, 2023): {@code w · bm25 / max(bm25) + (1 − w) · cosine}. Reciprocal ranks with
 * equal weights make the better list worse, because they forget by how much it was sure. A passage
 * that one list lacks has that list's lowest cosine, or no words in common. Tuned on the training
 * part of CMRC 2018 alone; {@code evaluation} has the table.
 *
 * @param wordWeight w above, from 0 (meaning alone) to 1 (words alone)
 */
public record Fusion(double wordWeight) {

  /** The weight that measured best. */
  public static final Fusion STANDARD = new Fusion(0.3);

  private static final Comparator<Fused> ORDER =
      Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::passageId);

  public Fusion {
    if (!(wordWeight >= 0 && wordWeight <= 1)) {
      throw new IllegalArgumentException("A weight is from 0 to 1, not " + wordWeight);
    }
  }

  /** The passages of both lists, best first; equal scores in the order of their ids. */
  public List<Fused> fuse(List<Hit> byWords, List<Hit> byMeaning) {
    Map<String, Double> words = scores(byWords);
    Map<String, Double> meanings = scores(byMeaning);
    double mostWords = byWords.stream().mapToDouble(Hit::score).max().orElse(1);
    double leastMeaning = byMeaning.stream().mapToDouble(Hit::score).min().orElse(0);

    Set<String> ids = new HashSet<>(words.keySet());
    ids.addAll(meanings.keySet());
    List<Fused> fused = new ArrayList<>(ids.size());
    for (String id : ids) {
      double bm25 = words.getOrDefault(id, 0.0);
      double cosine = meanings.getOrDefault(id, leastMeaning);
      double score = wordWeight * bm25 / mostWords + (1 - wordWeight) * cosine;
      fused.add(new Fused(id, score, bm25, cosine));
    }
    fused.sort(ORDER);
    return fused;
  }

  private static Map<String, Double> scores(List<Hit> hits) {
    Map<String, Double> scores = HashMap.newHashMap(hits.size());
    hits.forEach(hit -> scores.putIfAbsent(hit.passageId(), hit.score()));
    return scores;
  }
}
