/** What was done to the service, for those who must account for it. */
@NullMarked
package org.kepu.assistant.security;

import org.jspecify.annotations.NullMarked;
