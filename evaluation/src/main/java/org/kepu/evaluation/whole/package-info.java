/** Runs the evaluations one after the other and tells of them on one page. */
@NullMarked
package org.kepu.evaluation.whole;

import org.jspecify.annotations.NullMarked;
