package org.kepu.knowledge.collection;

import java.util.Objects;

/**
 * A place in the collection that breaks a rule.
 *
 * @param rule the rule, as a sentence that holds where it is kept
 * @param place the file, and the heading or the entry in it
 * @param found what stands there
 * @param wayOut what the author can do about it
 */
public record Violation(String rule, String place, String found, String wayOut) {

  public Violation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(wayOut, "wayOut");
  }

  @Override
  public String toString() {
    return "%s: %s, not: %s; %s".formatted(place, rule, found, wayOut);
  }
}
