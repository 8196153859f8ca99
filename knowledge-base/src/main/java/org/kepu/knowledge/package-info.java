/**
 * The knowledge base: documents become passages, passages become an index, the index answers
 * searches.
 *
 * <p>A guided tour. {@link org.kepu.knowledge.parse} turns files into {@link
 * org.kepu.knowledge.document documents}; {@link org.kepu.knowledge.passage} cuts those into
 * passages; {@link org.kepu.knowledge.embedding} gives their windows vectors; {@link
 * org.kepu.knowledge.index} keeps them in generations, of which {@link
 * org.kepu.knowledge.engine.lucene} is the embedded engine; {@link org.kepu.knowledge.ingest} tells
 * that story in one method. {@link org.kepu.knowledge.KnowledgeBase} is the way in for whoever
 * asks.
 */
@NullMarked
package org.kepu.knowledge;

import org.jspecify.annotations.NullMarked;
