package org.kepu.knowledge;

import java.util.List;
import java.util.Objects;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.search.QueryTerm;

/**
 * What a search found.
 *
 * @param generation the fingerprint of the generation that was searched
 * @param ranked the passages, best first
 * @param terms the question's words with their weights
 * @param evidence how well the best passage fits
 * @param adviceAsked whether the question itself names the risk that the best passage is advice on
 */
public record Findings(
    String generation,
    List<Finding> ranked,
    List<QueryTerm> terms,
    Evidence evidence,
    boolean adviceAsked) {

  public Findings {
    Objects.requireNonNull(generation, "generation");
    ranked = List.copyOf(ranked);
    terms = List.copyOf(terms);
    Objects.requireNonNull(evidence, "evidence");
  }

  /** How likely the best passage answers, 0 to 1; where advice is asked for, nothing is doubted. */
  public double support() {
    return adviceAsked ? 1 : evidence.strength();
  }
}
