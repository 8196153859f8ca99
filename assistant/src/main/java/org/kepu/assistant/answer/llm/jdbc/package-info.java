/** The budget of tokens in a database. */
@NullMarked
package org.kepu.assistant.answer.llm.jdbc;

import org.jspecify.annotations.NullMarked;
