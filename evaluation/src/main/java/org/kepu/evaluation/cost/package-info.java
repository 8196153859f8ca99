/** What does an answer cost? */
@NullMarked
package org.kepu.evaluation.cost;

import org.jspecify.annotations.NullMarked;
