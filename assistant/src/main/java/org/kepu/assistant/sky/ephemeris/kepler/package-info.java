/** Positions of the planets from their Keplerian elements. */
@NullMarked
package org.kepu.assistant.sky.ephemeris.kepler;

import org.jspecify.annotations.NullMarked;
