/** Where a question about the sky is asked from: venues and cities with their coordinates. */
@NullMarked
package org.kepu.assistant.sky.place;

import org.jspecify.annotations.NullMarked;
