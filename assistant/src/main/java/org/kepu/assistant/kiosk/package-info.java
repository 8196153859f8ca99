/**
 * Terminals in the halls: which there are, how they are set and paired, who may leave their page,
 * and what is taken along from them.
 */
@NullMarked
package org.kepu.assistant.kiosk;

import org.jspecify.annotations.NullMarked;
