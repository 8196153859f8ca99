/** Questions, passages and baselines as they stand on disk. */
@NullMarked
package org.kepu.evaluation.data;

import org.jspecify.annotations.NullMarked;
