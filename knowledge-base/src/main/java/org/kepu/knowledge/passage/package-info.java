/** Cuts documents into passages to show and windows to find them by; deterministic. */
@NullMarked
package org.kepu.knowledge.passage;

import org.jspecify.annotations.NullMarked;
