/** The embedded engine: passages and their vectors in Lucene. */
@NullMarked
package org.kepu.knowledge.engine.lucene;

import org.jspecify.annotations.NullMarked;
