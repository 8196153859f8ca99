package org.kepu.knowledge.taxon;

import org.kepu.knowledge.document.Span;

/**
 * A concept's name in a text.
 *
 * @param concept what is meant
 * @param span where the name stands
 */
public record Mention(Concept concept, Span span) {}
