/** How an answer is put for whoever reads it: in which script, with which frame, read how. */
@NullMarked
package org.kepu.assistant.register;

import org.jspecify.annotations.NullMarked;
