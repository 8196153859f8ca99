/** Answers by quoting: no model, every sentence as it stands in its source. */
@NullMarked
package org.kepu.assistant.answer.quote;

import org.jspecify.annotations.NullMarked;
