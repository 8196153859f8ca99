/** Lets happen to a running service what happens to machines, and counts what it promised. */
@NullMarked
package org.kepu.evaluation.faults;

import org.jspecify.annotations.NullMarked;
