/** Rise and set of Sun and Moon by commons-suncalc. */
@NullMarked
package org.kepu.assistant.sky.ephemeris.suncalc;

import org.jspecify.annotations.NullMarked;
