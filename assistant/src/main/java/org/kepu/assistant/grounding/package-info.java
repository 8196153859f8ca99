/** Ties a sentence to the place in a source that supports it. */
@NullMarked
package org.kepu.assistant.grounding;

import org.jspecify.annotations.NullMarked;
