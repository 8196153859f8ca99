/** Fills the interaction log with records that nobody made, and times what is read from it. */
@NullMarked
package org.kepu.evaluation.reach;

import org.jspecify.annotations.NullMarked;
