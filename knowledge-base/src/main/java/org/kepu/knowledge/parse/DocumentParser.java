package org.kepu.knowledge.parse;

import org.kepu.knowledge.document.Document;

/** Reads one format. Parsing is a function of the file alone: the same bytes, the same document. */
public interface DocumentParser {

  /** Whether this parser reads files of this name. */
  boolean reads(String path);

  /**
   * Reads a file.
   *
   * @throws MalformedDocumentException if the file breaks a rule of its format; the message names
   *     the file, the rule and the way out
   */
  Document parse(SourceFile file);
}
