/** Which document versions there are and what they say. */
@NullMarked
package org.kepu.knowledge.catalog;

import org.jspecify.annotations.NullMarked;
