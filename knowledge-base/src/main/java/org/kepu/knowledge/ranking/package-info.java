/** Fuses ranked lists and weighs evidence: pure functions, in double, with a total order. */
@NullMarked
package org.kepu.knowledge.ranking;

import org.jspecify.annotations.NullMarked;
