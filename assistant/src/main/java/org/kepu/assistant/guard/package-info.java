/**
 * Looks at each question before anything else does: who needs help at once, what is not answered
 * here, and what nobody needs to keep.
 */
@NullMarked
package org.kepu.assistant.guard;

import org.jspecify.annotations.NullMarked;
