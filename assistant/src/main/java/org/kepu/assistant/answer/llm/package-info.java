/** Answers in a model's words, held to the sources; LangChain4j stays in here. */
@NullMarked
package org.kepu.assistant.answer.llm;

import org.jspecify.annotations.NullMarked;
