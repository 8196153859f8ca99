package org.kepu.assistant.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What activities are part of, like the Science and Technology Week.
 *
 * @param id as records of interactions name it: 1 to 64 letters, digits, dots, colons, hyphens and
 *     underscores
 * @param name what people call it; no two are called the same, see {@link #key}
 * @param closed whether it takes no more activities
 * @param closedOn since which day, null: it is open, or was closed before that was written down
 * @param version of which it is, as it was read; {@link #NEW}: nobody kept it yet
 */
public record Programme(
    String id, String name, boolean closed, @Nullable LocalDate closedOn, int version) {

  /** The version of a programme that nobody kept yet. */
  public static final int NEW = 0;

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

  /**
   * What tells names apart: neither the width of letters, their case nor what cannot be seen does.
   */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A programme that a table names, with the same id whoever names it first.
   *
   * @param taken ids of others: one that was made so may be called otherwise by now
   */
  public static Programme named(String name, Set<String> taken) {
    String id = id(name);
    for (int i = 2; taken.contains(id); i++) {
      id = id(name + "\n" + i);
    }
    return new Programme(id, name, false, null, NEW);
  }

  private static String id(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return "p-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
