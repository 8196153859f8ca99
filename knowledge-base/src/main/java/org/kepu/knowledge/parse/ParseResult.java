package org.kepu.knowledge.parse;

import java.util.List;
import java.util.Objects;
import org.kepu.knowledge.document.Document;

/** What came of a file: a document, or the reason why it is kept out. Never both, never neither. */
public sealed interface ParseResult {

  /**
   * A document that can be indexed.
   *
   * @param remarks what an editor should know about it though it can be indexed, in Chinese; mostly
   *     none
   */
  record Parsed(Document document, List<String> remarks) implements ParseResult {
    public Parsed {
      Objects.requireNonNull(document, "document");
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A file that is kept out of the index until an editor has looked at it.
   *
   * @param path the file's
   * @param reason why
   * @param detail what exactly, for whoever looks into it: a limit and its value, a library's
   *     message; may be empty
   */
  record Quarantined(String path, QuarantineReason reason, String detail) implements ParseResult {
    public Quarantined {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }

    /** For an editor, in Chinese: which file, why, what to do. */
    public String inWords() {
      return path + "：" + reason.inWords() + (detail.isEmpty() ? "" : "（" + detail + "）");
    }
  }
}
