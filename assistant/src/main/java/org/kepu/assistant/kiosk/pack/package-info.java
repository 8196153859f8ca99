/** What a terminal answers from while it has no network: sections to quote, with their sources. */
@NullMarked
package org.kepu.assistant.kiosk.pack;

import org.jspecify.annotations.NullMarked;
