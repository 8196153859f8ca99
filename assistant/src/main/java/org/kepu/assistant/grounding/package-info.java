/**
 * The claim gate: no sentence leaves that the passages it cites do not say, and no number, unit,
 * date, name or Latin word in it that they do not give.
 */
@NullMarked
package org.kepu.assistant.grounding;

import org.jspecify.annotations.NullMarked;
