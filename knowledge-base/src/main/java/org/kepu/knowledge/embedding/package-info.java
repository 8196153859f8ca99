/** Texts as vectors: the port. */
@NullMarked
package org.kepu.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
