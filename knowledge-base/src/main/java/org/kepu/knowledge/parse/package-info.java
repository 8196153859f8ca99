/** Turns source files into documents; one port, a parser a format. */
@NullMarked
package org.kepu.knowledge.parse;

import org.jspecify.annotations.NullMarked;
