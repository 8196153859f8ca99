/** Reads hostile files and good ones in one batch, and counts what became of each. */
@NullMarked
package org.kepu.evaluation.formats;

import org.jspecify.annotations.NullMarked;
