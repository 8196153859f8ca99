/** What it costs to index: against bare inference, with nothing changed, with one thing changed. */
@NullMarked
package org.kepu.evaluation.indexing;

import org.jspecify.annotations.NullMarked;
