package org.kepu.evaluation.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.util.VectorUtil;

/**
 * Makes new unit vectors of real ones, whose nearest neighbours are as near as those of the real.
 *
 * <p>A real vector is turned by an angle θ towards another real vector: {@code cos θ · v + sin θ ·
 * u}, where u is the part of the other that is at a right angle to v, at length 1. θ is drawn from
 * the angles between real vectors and their nearest neighbours of other passages, so the vector it
 * was made of is such a neighbour to it; turning towards real vectors, rather than in any direction
 * of the space, leaves it where real vectors lie. A graph is as hard to search as it is among real
 * ones; noise in every direction would leave each new vector alone with its model, which is easier.
 * Those made of the same one may be nearer still to one another, the more there are; how near they
 * are in the end is measured and told beside what it is among real ones.
 */
final class Turning {

  /** Less of the other vector than this is rounding, not a direction. */
  private static final double LEAST = 1e-3;

  private final double[] angles;

  /**
   * @param angles to draw from, in radians, each as likely as another
   */
  Turning(double[] angles) {
    if (angles.length == 0) {
      throw new IllegalArgumentException("Turning needs angles to draw from, there are none");
    }
    this.angles = angles.clone();
    Arrays.sort(this.angles);
  }

  /**
   * By the angles between real vectors and their nearest neighbours.
   *
   * @param passages the vectors of each; those of one passage are no neighbours
   * @param sample of how many vectors to take the angle, spread evenly; all if there are fewer
   */
  static Turning asNearAs(List<List<float[]>> passages, int sample) {
    List<Placed> all = Placed.all(passages);
    double step = Math.max(1, (double) all.size() / sample);
    double[] angles =
        java.util.stream.DoubleStream.iterate(0, at -> at < all.size(), at -> at + step)
            .map(at -> angleToNearest(all.get((int) at), all))
            .toArray();
    return new Turning(angles);
  }

  /** The angle that half of those drawn are not above, in radians. */
  double median() {
    return angles[angles.length / 2];
  }

  /** A new vector of length 1; {@code towards} and {@code vector} have that length, too. */
  float[] turned(float[] vector, float[] towards, SplittableRandom random) {
    return turned(vector, towards, angles[random.nextInt(angles.length)]);
  }

  /** {@code vector} turned by {@code angle}; as it is if {@code towards} is no other direction. */
  static float[] turned(float[] vector, float[] towards, double angle) {
    double along = VectorUtil.dotProduct(vector, towards);
    double[] aside = new double[vector.length];
    double square = 0;
    for (int i = 0; i < aside.length; i++) {
      aside[i] = towards[i] - along * vector[i];
      square += aside[i] * aside[i];
    }
    double length = Math.sqrt(square);
    if (length < LEAST) {
      return vector.clone();
    }
    float[] turned = new float[vector.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (float) (Math.cos(angle) * vector[i] + Math.sin(angle) * aside[i] / length);
    }
    return VectorUtil.l2normalize(turned);
  }

  private static double angleToNearest(Placed one, List<Placed> all) {
    double nearest = -1;
    for (Placed other : all) {
      if (other.passage() != one.passage()) {
        nearest = Math.max(nearest, VectorUtil.dotProduct(one.vector(), other.vector()));
      }
    }
    return Math.acos(Math.min(1, nearest));
  }

  /** A vector and the number of its passage. */
  private record Placed(int passage, float[] vector) {

    static List<Placed> all(List<List<float[]>> passages) {
      return java.util.stream.IntStream.range(0, passages.size())
          .boxed()
          .flatMap(number -> passages.get(number).stream().map(v -> new Placed(number, v)))
          .toList();
    }
  }
}
