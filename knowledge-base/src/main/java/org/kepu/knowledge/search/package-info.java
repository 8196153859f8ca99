/** Searches one generation of the index: the port and its answers. */
@NullMarked
package org.kepu.knowledge.search;

import org.jspecify.annotations.NullMarked;
