/** Lends the knowledge base to any LangChain4j pipeline. */
@NullMarked
package org.kepu.knowledge.langchain4j;

import org.jspecify.annotations.NullMarked;
