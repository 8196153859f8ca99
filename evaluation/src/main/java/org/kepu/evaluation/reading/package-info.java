/** Measures the reader: where the answer is, whether there is one, and what reading costs. */
@NullMarked
package org.kepu.evaluation.reading;

import org.jspecify.annotations.NullMarked;
