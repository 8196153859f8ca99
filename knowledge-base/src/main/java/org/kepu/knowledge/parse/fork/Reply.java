package org.kepu.knowledge.parse.fork;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;

/** What came of an order: a document or a reason; neither says that a dump is at its end. */
record Reply(
    @Nullable Document document,
    List<String> remarks,
    @Nullable String path,
    @Nullable QuarantineReason reason,
    @Nullable String detail) {

  static final Reply END = new Reply(null, List.of(), null, null, null);

  static Reply of(ParseResult result) {
    return switch (result) {
      case Parsed parsed -> new Reply(parsed.document(), parsed.remarks(), null, null, null);
      case Quarantined out -> new Reply(null, List.of(), out.path(), out.reason(), out.detail());
    };
  }

  boolean end() {
    return document == null && reason == null;
  }

  /** What the other process says, as far as it is believed: a version is computed here again. */
  ParseResult result() {
    if (document != null) {
      return new Parsed(
          Document.of(
              document.id(),
              document.title(),
              document.text(),
              document.sections(),
              document.pages(),
              document.metadata()),
          remarks);
    }
    return new Quarantined(
        Objects.requireNonNull(path),
        Objects.requireNonNull(reason),
        Objects.requireNonNullElse(detail, ""));
  }
}
