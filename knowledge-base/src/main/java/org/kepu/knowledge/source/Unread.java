package org.kepu.knowledge.source;

import java.util.Objects;

/**
 * What is in a source and cannot be read now.
 *
 * @param key names it in its source
 * @param reason why, and the way out, in an editor's words
 * @param passing whether it will be read soon, without anybody's doing
 */
public record Unread(String key, String reason, boolean passing) {

  public Unread {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(reason, "reason");
  }

  /** What somebody must see to. */
  public Unread(String key, String reason) {
    this(key, reason, false);
  }
}
