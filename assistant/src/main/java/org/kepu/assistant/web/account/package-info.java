/** Signing in, and who is let through to which call. */
@NullMarked
package org.kepu.assistant.web.account;

import org.jspecify.annotations.NullMarked;
