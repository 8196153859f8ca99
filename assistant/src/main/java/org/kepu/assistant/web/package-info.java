/** The HTTP edge: routes, server-sent events, problem details. */
@NullMarked
package org.kepu.assistant.web;

import org.jspecify.annotations.NullMarked;
