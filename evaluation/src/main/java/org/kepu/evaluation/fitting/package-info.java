/** Fits small models: the same samples give the same weights. */
@NullMarked
package org.kepu.evaluation.fitting;

import org.jspecify.annotations.NullMarked;
