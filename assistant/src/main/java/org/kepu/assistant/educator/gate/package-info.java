/** Judges drafts of course questions: what may be shown as sound, and why the rest may not. */
@NullMarked
package org.kepu.assistant.educator.gate;

import org.jspecify.annotations.NullMarked;
