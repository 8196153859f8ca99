/** Keeps the index in generations: one is live, the next is built beside it. */
@NullMarked
package org.kepu.knowledge.index;

import org.jspecify.annotations.NullMarked;
