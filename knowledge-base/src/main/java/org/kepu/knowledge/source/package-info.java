/** Where documents come from: what is there now, and how each of it is read. */
@NullMarked
package org.kepu.knowledge.source;

import org.jspecify.annotations.NullMarked;
