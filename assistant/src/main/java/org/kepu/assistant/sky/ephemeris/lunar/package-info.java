/** Solar terms, Moon phases and the Chinese calendar by cn.6tail:lunar. */
@NullMarked
package org.kepu.assistant.sky.ephemeris.lunar;

import org.jspecify.annotations.NullMarked;
