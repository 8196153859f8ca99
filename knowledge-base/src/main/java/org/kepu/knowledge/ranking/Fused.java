package org.kepu.knowledge.ranking;

/**
 * A passage in the fused list.
 *
 * @param passageId which passage
 * @param score the fused score; comparable within one list only
 * @param bm25 its score by words, 0 if it was not in that list
 * @param cosine its score by meaning, or that list's lowest if it was not in it
 */
public record Fused(String passageId, double score, double bm25, double cosine) {}
