/** What the academy holds: activities and the programmes they are part of. */
@NullMarked
package org.kepu.assistant.activity;

import org.jspecify.annotations.NullMarked;
