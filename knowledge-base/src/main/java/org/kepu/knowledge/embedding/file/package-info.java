/** Vectors of texts that were embedded before, in a file. */
@NullMarked
package org.kepu.knowledge.embedding.file;

import org.jspecify.annotations.NullMarked;
