/** Tables of questions that an institute has answered itself, each answer with its reviewer. */
@NullMarked
package org.kepu.knowledge.source.table;

import org.jspecify.annotations.NullMarked;
