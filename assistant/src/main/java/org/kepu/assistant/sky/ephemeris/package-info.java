/** What can be computed about the sky, as ports and values in the domain's words. */
@NullMarked
package org.kepu.assistant.sky.ephemeris;

import org.jspecify.annotations.NullMarked;
