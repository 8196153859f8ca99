/**
 * Practical questions about the venues: answered from their cards, or sent on to their official
 * channels; nothing is guessed.
 */
@NullMarked
package org.kepu.assistant.practical;

import org.jspecify.annotations.NullMarked;
