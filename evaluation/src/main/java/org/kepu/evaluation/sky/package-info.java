/** How far the computed sky is from an independent computation. */
@NullMarked
package org.kepu.evaluation.sky;

import org.jspecify.annotations.NullMarked;
