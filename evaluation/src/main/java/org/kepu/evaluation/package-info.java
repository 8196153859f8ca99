/**
 * The command line that measures the product: what it finds, what it answers, what that costs.
 *
 * <p>{@link org.kepu.evaluation.retrieval} ranks passages for questions; {@link
 * org.kepu.evaluation.answers} asks the running service; {@link org.kepu.evaluation.cost} counts
 * CPU time; {@link org.kepu.evaluation.attack} sends it what no client should, {@link
 * org.kepu.evaluation.faults} kills and starves it; {@link org.kepu.evaluation.collection} helps
 * those who edit the collection. Figures are compared with those in {@code evaluation/baselines}.
 */
@NullMarked
package org.kepu.evaluation;

import org.jspecify.annotations.NullMarked;
