/** How many altered sentences the claim gate stops, and how many true ones. */
@NullMarked
package org.kepu.evaluation.grounding;

import org.jspecify.annotations.NullMarked;
