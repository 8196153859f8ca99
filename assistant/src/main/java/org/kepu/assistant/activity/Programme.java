package org.kepu.assistant.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What activities are part of, like the Science and Technology Week.
 *
 * @param id as records of interactions name it: 1 to 64 letters, digits, dots, colons, hyphens and
 *     underscores
 * @param name what people call it; no two are called the same
 * @param closed whether it takes no more activities
 */
public record Programme(String id, String name, boolean closed) {

  /** So many characters a name may have. */
  public static final int LONGEST_NAME = 200;

  private static final int ID_BYTES = 6;

  public Programme {
    Objects.requireNonNull(id, "id");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A programme's name has 1 to %d characters, not %d"
              .formatted(LONGEST_NAME, name.length()));
    }
  }

  /** A programme that a table names, with the same id whoever names it first. */
  public static Programme named(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return new Programme("p-" + HexFormat.of().formatHex(hash, 0, ID_BYTES), name, false);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
