package org.kepu.knowledge.parse;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file as it was found, before anyone has read it.
 *
 * @param path where it stands in its collection, with {@code /} between folders
 * @param content its bytes; not copied, so not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and too large to copy.
public record SourceFile(String path, byte[] content) {

  public SourceFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(content, "content");
  }

  /** The content read as UTF-8. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** The file's name without its folders and its extension. */
  public String baseName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
