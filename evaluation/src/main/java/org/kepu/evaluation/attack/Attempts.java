package org.kepu.evaluation.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Thinks out requests: the same for the same seed and number, whatever the service answers. */
final class Attempts {

  private final long seed;
  private final List<Operation> operations;
  private final Samples samples;
  private final OddValues odd;
  private final Known known;
  private final Trick[] tricks;

  /**
   * @param known ids that the service knows
   */
  Attempts(long seed, ApiDescription api, OddValues odd, Known known) {
    this.seed = seed;
    this.operations = api.operations();
    this.samples = new Samples(api);
    this.odd = odd;
    this.known = known;
    List<Trick> weighted = new ArrayList<>();
    for (Trick trick : Trick.values()) {
      for (int i = 0; i < trick.weight(); i++) {
        weighted.add(trick);
      }
    }
    tricks = weighted.toArray(Trick[]::new);
  }

  /** Ids of things that are there. */
  @FunctionalInterface
  interface Known {
    /** Those for a parameter of an operation's path; empty if none is known. */
    List<String> ids(Operation operation, String parameter);
  }

  /** One of the seed's requests. Every operation comes in turn. */
  Attempt of(long number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    // Numbers that follow one another must not begin alike.
    random = random.split();
    Operation operation = operations.get(Math.floorMod(number, operations.size()));
    Trick trick = tricks[random.nextInt(tricks.length)];
    if (trick.needsBody() && !Samples.takesBody(operation)) {
      trick = random.nextBoolean() ? Trick.PATH_VALUE : Trick.QUERY;
    }
    if (trick == Trick.PATH_VALUE && operation.in("path").findAny().isEmpty()) {
      trick = Trick.QUERY;
    }
    return new AttemptMaker(operation, trick, random, samples, odd, known).make(number);
  }
}
