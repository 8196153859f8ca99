/** Counting by the metrics dictionary: from the log to figures, the same ones however often. */
@NullMarked
package org.kepu.assistant.reach.count;

import org.jspecify.annotations.NullMarked;
