/** Figures of merit: pure functions of ranks. */
@NullMarked
package org.kepu.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
