/** What people would build instead, served in the same shape, to be measured in the same run. */
@NullMarked
package org.kepu.evaluation.load.peer;

import org.jspecify.annotations.NullMarked;
