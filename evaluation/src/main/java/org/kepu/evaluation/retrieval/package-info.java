/** Does the product find the right passage? */
@NullMarked
package org.kepu.evaluation.retrieval;

import org.jspecify.annotations.NullMarked;
