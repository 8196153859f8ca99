package org.kepu.knowledge.ingest;

/**
 * What an ingest did.
 *
 * @param documents how many documents are current
 * @param passages how many passages the live generation holds
 * @param built whether a new generation was built; false if the live one was up to date
 */
public record IngestReport(int documents, int passages, boolean built) {}
