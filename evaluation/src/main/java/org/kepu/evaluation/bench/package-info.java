/** The product's retrieval beside what people would use instead, small and large, in one run. */
@NullMarked
package org.kepu.evaluation.bench;

import org.jspecify.annotations.NullMarked;
