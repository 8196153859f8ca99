/** The halls and their exhibits, as the museum describes them. */
@NullMarked
package org.kepu.assistant.hall;

import org.jspecify.annotations.NullMarked;
