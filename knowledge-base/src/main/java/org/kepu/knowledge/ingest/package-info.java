/** The story from sources to a live generation: parse, split, embed, index, catalogue. */
@NullMarked
package org.kepu.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
