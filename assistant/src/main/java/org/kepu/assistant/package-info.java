/**
 * The service: a visitor's question in, an answer with its sources out.
 *
 * <p>A guided tour. {@link org.kepu.assistant.web} speaks HTTP and hands a question to {@link
 * org.kepu.assistant.chat}, which records it ({@link org.kepu.assistant.conversation}, {@link
 * org.kepu.assistant.reach}), searches the knowledge base and lets an {@link
 * org.kepu.assistant.answer answerer} speak. {@link org.kepu.assistant.config} puts it together.
 */
@NullMarked
package org.kepu.assistant;

import org.jspecify.annotations.NullMarked;
