/**
 * One turn of a conversation, from the question to its end; the only bridge from blocking to
 * Reactor.
 */
@NullMarked
package org.kepu.assistant.chat;

import org.jspecify.annotations.NullMarked;
