/** Names of organisms, bodies and other things, and which concept they mean. */
@NullMarked
package org.kepu.knowledge.taxon;

import org.jspecify.annotations.NullMarked;
