/** Keeps turns on disk while their database is away. */
@NullMarked
package org.kepu.assistant.conversation.spool;

import org.jspecify.annotations.NullMarked;
