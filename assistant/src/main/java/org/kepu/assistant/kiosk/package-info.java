/** Terminals in the halls: who may leave their page. */
@NullMarked
package org.kepu.assistant.kiosk;

import org.jspecify.annotations.NullMarked;
