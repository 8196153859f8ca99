/** What an answer is, and the port of whoever gives one. */
@NullMarked
package org.kepu.assistant.answer;

import org.jspecify.annotations.NullMarked;
