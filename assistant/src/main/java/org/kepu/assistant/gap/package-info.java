/**
 * What visitors ask and get no good answer to, grouped by meaning, until the content answers it.
 */
@NullMarked
package org.kepu.assistant.gap;

import org.jspecify.annotations.NullMarked;
