/** Turns and votes in a database. */
@NullMarked
package org.kepu.assistant.conversation.jdbc;

import org.jspecify.annotations.NullMarked;
