/** The interaction log: what is counted as reach. */
@NullMarked
package org.kepu.assistant.reach;

import org.jspecify.annotations.NullMarked;
