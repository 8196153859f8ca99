/** Reads a passage for a question: does it answer, and where; the port and its answers. */
@NullMarked
package org.kepu.knowledge.reader;

import org.jspecify.annotations.NullMarked;
