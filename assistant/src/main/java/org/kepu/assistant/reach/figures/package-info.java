/** The figures as they are shown: sums, ratios with their intervals, small cells hidden. */
@NullMarked
package org.kepu.assistant.reach.figures;

import org.jspecify.annotations.NullMarked;
