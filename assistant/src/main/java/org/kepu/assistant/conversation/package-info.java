/** Turns and votes: what is kept of a conversation. */
@NullMarked
package org.kepu.assistant.conversation;

import org.jspecify.annotations.NullMarked;
