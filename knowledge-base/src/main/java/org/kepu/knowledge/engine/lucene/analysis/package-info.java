/** How texts and questions are cut into the words that engines match. */
@NullMarked
package org.kepu.knowledge.engine.lucene.analysis;

import org.jspecify.annotations.NullMarked;
