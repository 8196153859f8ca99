package org.kepu.knowledge.parse.format;

/** Reads the text of one format. */
interface FormatReader {

  /**
   * Hands the text of a file to {@code text}, in the order in which people read it.
   *
   * @throws org.kepu.knowledge.parse.QuarantineException if the file is to be kept out, and why is
   *     known
   * @throws Exception what the format's library makes of a damaged file; it may be anything
   */
  void read(byte[] content, TextSink text) throws Exception;
}
