/** Does the product give the right answer, and refuse where it has none? */
@NullMarked
package org.kepu.evaluation.answers;

import org.jspecify.annotations.NullMarked;
