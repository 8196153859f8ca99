/** Normalisation, sentences and word pieces: pure functions of text. */
@NullMarked
package org.kepu.knowledge.text;

import org.jspecify.annotations.NullMarked;
