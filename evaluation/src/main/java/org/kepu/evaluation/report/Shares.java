package org.kepu.evaluation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kepu.evaluation.metrics.Share;

/** A command's shares by name. */
public final class Shares {

  private final Map<String, Share> shares = new LinkedHashMap<>();

  /** Adds the share of those in {@code all} with a property; of none there is no share. */
  public <T> void put(String name, List<T> all, Predicate<T> property) {
    if (!all.isEmpty()) {
      shares.put(name, Share.of(all, property));
    }
  }

  /** Their values, in the order in which they came. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    shares.forEach((name, share) -> figures.put(name, share.value()));
    return figures;
  }

  /** By how much one more or less changes a share; 0 if it is not among these. */
  double ofOne(String name) {
    Share share = shares.get(name);
    return share == null ? 0 : 1.0 / share.of();
  }
}
