/**
 * Trains the guard's classifier, and measures what the service turns away and what it should not.
 */
@NullMarked
package org.kepu.evaluation.safety;

import org.jspecify.annotations.NullMarked;
