package org.kepu.assistant.educator.export;

/**
 * Writes a paper in one format. What is written reads back equal: stems, options, keys,
 * explanations and sources, whatever characters they hold. Safe for use by several threads.
 */
public interface Exporter {

  Format format();

  /** The file's content. Items of kinds the format has no place for are left out. */
  byte[] export(Paper paper);
}
