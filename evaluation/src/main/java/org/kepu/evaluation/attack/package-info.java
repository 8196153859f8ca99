/**
 * Sends a running service what no client should, and looks at whether its answers are those of a
 * service that expected it.
 */
@NullMarked
package org.kepu.evaluation.attack;

import org.jspecify.annotations.NullMarked;
