/** Where files come in: bytes and a name to a document, or to the reason why there is none. */
@NullMarked
package org.kepu.knowledge.intake;

import org.jspecify.annotations.NullMarked;
