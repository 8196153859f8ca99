/** Course questions as values: what is asked, what is right, where it stands, whom it fits. */
@NullMarked
package org.kepu.assistant.educator.item;

import org.jspecify.annotations.NullMarked;
