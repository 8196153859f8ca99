package org.kepu.assistant.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files that prove what units report, by the name under which rows of tables cite them. A file
 * is kept as it came, known by its SHA-256, and only ever handed out to be saved. Safe for use by
 * several threads and processes.
 */
public interface EvidenceFiles {

  /**
   * A file under a name.
   *
   * @param evidence as rows name it
   * @param sha256 of its content, in hexadecimal digits
   * @param fileName what it was called where it came from
   * @param size in bytes
   * @param by the name of the account that handed it in
   */
  record Filed(
      String evidence,
      String sha256,
      String fileName,
      FileKind kind,
      long size,
      String by,
      Instant at) {}

  /**
   * A file to be saved.
   *
   * @param filed under which name it was handed in first
   */
  record Content(Filed filed, byte[] bytes) {}

  /**
   * Keeps a file under a name; the same again changes nothing.
   *
   * @return what is kept now
   */
  Filed keep(String evidence, String fileName, FileKind kind, byte[] content, String by);

  /** All that is filed, by the names and then as it came. */
  List<Filed> all();

  /** A file's content. */
  Optional<Content> content(String sha256);
}
