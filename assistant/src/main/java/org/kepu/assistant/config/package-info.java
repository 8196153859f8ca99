/** The composition root: settings, and who is given what. */
@NullMarked
package org.kepu.assistant.config;

import org.jspecify.annotations.NullMarked;
