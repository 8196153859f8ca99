/** Reads files in a process of its own, which a hostile one may wreck without harm to this one. */
@NullMarked
package org.kepu.knowledge.parse.fork;

import org.jspecify.annotations.NullMarked;
