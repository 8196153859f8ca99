/** Who visits, without tracking: keys of one day, programs, the academy's own people. */
@NullMarked
package org.kepu.assistant.reach.visitor;

import org.jspecify.annotations.NullMarked;
