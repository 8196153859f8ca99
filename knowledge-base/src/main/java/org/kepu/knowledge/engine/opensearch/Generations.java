package org.kepu.knowledge.engine.opensearch;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.search.IndexFailureException;
import tools.jackson.databind.JsonNode;

/**
 * The generations of a service and what they are for, as the cluster's aliases have it. Every node
 * of the cluster has the same, and a change of several is one change.
 *
 * @param all every one, those too that are being built or were left behind
 * @param live the one that answers, null if none was ever published
 * @param previous the one to step back to, null if there is none
 * @param withdrawn the one that was stepped back from, null if none was
 */
record Generations(
    SortedSet<String> all,
    @Nullable String live,
    @Nullable String previous,
    @Nullable String withdrawn) {

  /**
   * Reads what a cluster says of its aliases.
   *
   * @throws IndexFailureException if several generations are live, which this service never makes
   */
  static Generations of(JsonNode aliases, Names names) {
    return new Generations(
        new TreeSet<>(aliases.propertyNames()),
        holder(aliases, names.live()),
        holder(aliases, names.previous()),
        holder(aliases, names.withdrawn()));
  }

  /** Whether a generation has a use. */
  boolean inUse(String generation) {
    return generation.equals(live) || generation.equals(previous);
  }

  /** As it is once {@code generation} is live. */
  Generations published(String generation) {
    return new Generations(all, generation, live, null);
  }

  /** As it is once the previous one is live, and the live one kept in its place. */
  Generations steppedBack() {
    boolean returning = Objects.equals(previous, withdrawn);
    return new Generations(
        all, /* live= */ previous, /* previous= */ live, returning ? null : live);
  }

  private static @Nullable String holder(JsonNode aliases, String alias) {
    String holder = null;
    for (String generation : aliases.propertyNames()) {
      if (aliases.path(generation).path("aliases").has(alias)) {
        if (holder != null) {
          throw new IndexFailureException(
              "The alias %s stands for two generations, %s and %s. Please take it from one of them"
                  .formatted(alias, holder, generation),
              null);
        }
        holder = generation;
      }
    }
    return holder;
  }
}
