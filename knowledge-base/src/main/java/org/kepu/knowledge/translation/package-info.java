/** Turns questions in other languages into the collection's words. */
@NullMarked
package org.kepu.knowledge.translation;

import org.jspecify.annotations.NullMarked;
