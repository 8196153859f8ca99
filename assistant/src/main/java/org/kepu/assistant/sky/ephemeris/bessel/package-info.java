/** Eclipses from a table of Besselian elements and contact times. */
@NullMarked
package org.kepu.assistant.sky.ephemeris.bessel;

import org.jspecify.annotations.NullMarked;
